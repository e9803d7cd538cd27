import { roundHalfAway } from '../../money/round.js'
import type { Decisions } from '../decide.js'
import type { WhatIf } from '../plans/what-if.js'
import type { Experiment, Experiments } from '../sure/experiment.js'

interface NamedPlan {
  readonly plan_id: string
  readonly name: string
  readonly advice: string
  readonly certificate: string
  readonly unsupportedShare: number
  readonly effect: WhatIf
}

/** Rows of the tables that say what should change, and which experiment is worth its price. */
export function planTables({ today, bestTotal, bestSplit, experiments }: Decisions) {
  const plans: readonly NamedPlan[] = [
    {
      plan_id: 'today',
      name: 'The plan of history',
      advice: 'keep',
      certificate: '',
      unsupportedShare: 0,
      effect: today,
    },
    { ...named('best_total', 'Best split and best total', bestTotal) },
    { ...named('best_split', "Best split of today's total", bestSplit) },
  ]
  return {
    plans: plans.flatMap(planRows),
    plan_summary: plans.map(summaryRow),
    experiments: experiments.experiments.map((row) => experimentRow(row, experiments)),
  }
}

function named(plan_id: string, name: string, optimum: Decisions['bestTotal']): NamedPlan {
  const { advice, why: certificate, unsupportedShare, effect } = optimum
  return { plan_id, name, advice, certificate, unsupportedShare, effect }
}

function planRows({ plan_id, effect }: NamedPlan) {
  return effect.rows.map((row) => ({
    plan_id,
    channel: row.channel,
    month: row.month,
    spend_cents: row.spendCents,
    orders_difference: row.ordersDifference,
    contribution_difference_cents: row.contributionDifferenceCents,
    profit_difference_cents: row.profitDifferenceCents,
  }))
}

function summaryRow({ plan_id, name, advice, certificate, unsupportedShare, effect }: NamedPlan) {
  return {
    plan_id,
    name,
    advice,
    spend_cents: effect.rows.reduce((sum, { spendCents }) => sum + spendCents, 0),
    profit_difference_low_cents: effect.profitCents.low,
    profit_difference_mean_cents: effect.profitCents.mean,
    profit_difference_high_cents: effect.profitCents.high,
    p_better_bps: Math.round(effect.pBetter * 10_000),
    unsupported_bps: Math.round(unsupportedShare * 10_000),
    tail_orders: effect.tailOrders,
    certificate,
  }
}

function experimentRow(experiment: Experiment, { promise, first, evpiCents }: Experiments) {
  const { design, channel, days, share, standardError, rank } = experiment
  const share_bps = Math.round(share * 10_000)
  return {
    experiment_id: `${design} ${channel} ${days} ${share_bps}`,
    design,
    channel,
    days,
    share_bps,
    standard_error: Number.isFinite(standardError) ? standardError : null,
    evsi_cents: roundHalfAway(experiment.evsiCents),
    evpi_cents: roundHalfAway(evpiCents),
    cost_cents: roundHalfAway(experiment.costCents),
    net_cents:
      roundHalfAway(experiment.evsiCents) - Math.max(0, roundHalfAway(experiment.costCents)),
    is_worth_it: experiment.isWorthIt,
    promise,
    is_first: experiment.rank === first?.rank,
    rank,
  }
}
