import { UNSURE_SHARE } from '../../decisions/index.js'
import type { Notation } from '../../format/index.js'
import type { PlanAdvice, PricedExperiment, RunDecisions } from './read.js'

const LEARNED: Readonly<Record<string, string>> = {
  own: 'Budgets varied on their own, so spend, clicks and orders tell what channels caused.',
  follows_past_orders:
    'Budgets followed past orders or stood still, so the data say little: vary budgets on purpose, or run tests.',
  follows_unseen:
    'Budgets moved together with demand that nobody recorded, so the data would mislead: only lift tests and declared values count.',
  assumed:
    'Spend is assumed, so nothing can be learned from it: every figure rests on declared values and lift tests. Add marketing_spend.csv.',
}

/** What may be learned from the data, in a sentence; or why nothing can. */
export function learnedSentence({ unavailable, channels }: RunDecisions): string {
  if (unavailable !== null) return unavailable
  return learnedFrom(channels.map(({ status }) => status))
}

/** What may be learned where the plans of channels have these statuses: the weakest counts. */
export function learnedFrom(statuses: readonly string[]): string {
  const weakest = ['assumed', 'follows_unseen', 'follows_past_orders', 'own'].find((status) =>
    statuses.includes(status),
  )
  return LEARNED[weakest ?? 'assumed']!
}

/** What should change, and how sure that is; every sentence says what it rests on. None without decisions. */
export function adviceSentences(decisions: RunDecisions): string[] {
  if (decisions.unavailable !== null) return []
  const [best] = decisions.plans.filter(({ plan_id }) => plan_id === 'best_total')
  return [
    capitalised(planSentence(best!, decisions)),
    ...experimentSentences(best!, decisions),
    ...decisions.experiments
      .slice(0, 1)
      .map(({ evpi_cents }) => knowledgeSentence(evpi_cents, decisions.notation)),
  ]
}

/** What all that could be learned is worth: the limit of every experiment. */
export function knowledgeSentence(evpiCents: number, { money }: Notation): string {
  return `To know exactly what every channel causes would add ${money.exact(Math.round(evpiCents))} to a year's profit, by these ranges: no experiment is worth more.`
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function planSentence(plan: PlanAdvice, decisions: RunDecisions): string {
  const { notation, channels } = decisions
  const { money, rate } = notation
  const isFitted = channels.every(({ basis }) => basis === 'fitted')
  const under = isFitted ? '' : 'Under the declared values, which no data confirm: '
  const gain = money.exact(plan.profit_difference_mean_cents)
  const range = `${money.exact(plan.profit_difference_low_cents)} to ${money.exact(plan.profit_difference_high_cents)}`
  const odds = `with a probability of ${rate(plan.p_better_bps)}`
  const looks = `Spending ${money.exact(plan.spend_cents)} in all looks better by ${gain} (${range})`
  switch (plan.advice) {
    case 'act':
      return `${under}${isFitted ? 'Recommended: spend' : 'spend'} ${money.exact(plan.spend_cents)} in all. It is expected to earn ${gain} more (${range}), and is better than today's plan ${odds}.${cautionOf(decisions)}`
    case 'test':
      return `${under}today's plan stands. ${looks}, ${doubtOf(plan, odds, rate)}. Test first.`
    case 'unknown':
      return `${under}today's plan stands, and whether another is better we do not know. ${looks}, ${doubtOf(plan, odds, rate)}, and no test is worth its cost.`
    case 'keep':
      return `${under}today's plan stands: no other within the bounds is better.`
  }
}

/** Why a plan that looks better is not recommended. */
function doubtOf(
  { unsupported_bps }: PlanAdvice,
  odds: string,
  rate: (bps: number) => string,
): string {
  return unsupported_bps > UNSURE_SHARE * 10_000
    ? `${odds} if the assumptions hold, but for ${rate(unsupported_bps)} of the money it moves nothing supports them: no data, no test, no value set for this business`
    : `but only ${odds}`
}

/** What to keep in mind when acting: figures that are not identified, and budgets that tell little. */
function cautionOf({ channels, notation }: RunDecisions): string {
  const unsure = channels.filter(({ grade }) => grade === 'not_identified' || grade === 'no_data')
  const names = unsure.map(({ channel }) => notation.nameOf(channel)).join(', ')
  return [
    names && ` Not identified: ${names}; there the plan moves within narrower bounds.`,
    channels.some(({ status }) => status === 'follows_past_orders') &&
      ' Budgets followed past orders or stood still, so go in steps and vary them on purpose.',
  ]
    .filter(Boolean)
    .join('')
}

/** The test that is worth its cost, or what to check where a plan rests on mere assumptions; else that none is. */
function experimentSentences({ advice }: PlanAdvice, decisions: RunDecisions): string[] {
  const { experiments, notation } = decisions
  const first = experiments.find(({ is_first }) => is_first)
  const worth = experiments.find(({ is_worth_it }) => is_worth_it)
  if (worth) {
    const { promise, net_cents } = worth
    const most = promise === 'at_most' ? 'at most ' : ''
    return [
      `Test next: ${testWords(worth, notation)}, worth ${most}${notation.money.exact(net_cents)} a year after its cost.`,
    ]
  }
  if (advice === 'unknown') return []
  if (advice !== 'test' || !first) return ['No test is worth its cost.']
  const cost = notation.money.exact(Math.max(0, first.cost_cents))
  return [
    `Measure first: ${testWords(first, notation)}, at a cost of about ${cost}. By the assumptions alone it is not worth that; it shows whether they hold.`,
  ]
}

function testWords(experiment: PricedExperiment, { rate, nameOf }: Notation): string {
  const { design, channel, days, share_bps } = experiment
  return design === 'jitter'
    ? `vary ${nameOf(channel)} by the week for ${days} days`
    : `hold ${nameOf(channel)} out of ${rate(share_bps)} of the market for ${days} days`
}
