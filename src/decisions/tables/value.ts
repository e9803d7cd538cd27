import { roundHalfAway } from '../../money/round.js'
import type { Decisions } from '../decide.js'
import type { ChannelReturns } from '../optimum/returns.js'
import { profitBridge } from '../value/bridge.js'
import type { ChannelValue } from '../value/channel-value.js'
import { basisOf } from './fit.js'

/** Rows of the tables that say what was caused and what that was worth. */
export function valueTables(decisions: Decisions) {
  return {
    channel_value: decisions.values.map((value, c) => valueRow(decisions, value, c)),
    profit_bridge: bridgeRows(decisions),
    response_curve: decisions.returns.flatMap(curveRows),
  }
}

function valueRow({ fit, run, returns }: Decisions, value: ChannelValue, c: number) {
  const { channel, spendCents, contributionCents, profitCents } = value
  const { incremental, grade } = fit.channels[c]!
  const attributed = fit.data.channels[c]!.attributedOrders
  const found = returns.find((other) => other.channel === channel)
  const inBps = (ratio: number | undefined) =>
    ratio === undefined ? null : Math.round(ratio * 10_000)
  return {
    channel,
    basis: basisOf(fit, channel),
    grade,
    spend_cents: spendCents,
    attributed_orders: attributed?.reduce((a, b) => a + b, 0) ?? 0,
    incremental_low: incremental.low,
    incremental_mean: incremental.mean,
    incremental_high: incremental.high,
    incremental_contribution_low_cents: contributionCents.low,
    incremental_contribution_cents: contributionCents.mean,
    incremental_contribution_high_cents: contributionCents.high,
    incremental_profit_low_cents: profitCents.low,
    incremental_profit_cents: profitCents.mean,
    incremental_profit_high_cents: profitCents.high,
    roi_bps: inBps(spendCents > 0 ? contributionCents.mean / spendCents : undefined),
    marginal_roi_bps: inBps(found?.marginalRoi.mean),
    break_even_spend_cents: roundHalfAway((found?.breakEven.mean ?? 0) * spendCents),
    ledger_waste_cents: run.ledgerWasteCents.get(channel) ?? 0,
    causal_waste_cents: value.causalWasteCents,
    p_pays_bps: Math.round(value.pPays * 10_000),
  }
}

function bridgeRows({ run, values }: Decisions) {
  const channels = values.map(({ channel, spendCents, contributionCents }) => ({
    channel,
    spendCents,
    contributionCents: contributionCents.mean,
  }))
  return profitBridge(run.profitCents, channels).map(({ line, channel, amountCents }, i) => ({
    line_no: i + 1,
    line,
    channel,
    amount_cents: amountCents,
  }))
}

function curveRows({ channel, curve }: ChannelReturns) {
  return curve.map(({ multiple, spend, orders, contribution }) => {
    const profit = (cents: number) => roundHalfAway(cents - spend)
    return {
      channel,
      multiplier_bps: Math.round(multiple * 10_000),
      spend_cents: roundHalfAway(spend),
      orders_low: orders.low,
      orders_mean: orders.mean,
      orders_high: orders.high,
      profit_low_cents: profit(contribution.low),
      profit_mean_cents: profit(contribution.mean),
      profit_high_cents: profit(contribution.high),
    }
  })
}
