import type { PlanAdvice, PricedExperiment, RunDecisions } from './read.js'

const LEARNED: Readonly<Record<string, string>> = {
  own: 'Budgets varied on their own, so spend, clicks and orders tell what channels caused.',
  follows_past_orders:
    'Budgets followed past orders, so the data say little: vary budgets on purpose, or run tests.',
  follows_unseen:
    'Budgets moved together with demand that nobody recorded, so the data would mislead: only lift tests and declared values count.',
  assumed:
    'Spend is assumed, so nothing can be learned from it: every figure rests on declared values and lift tests. Add marketing_spend.csv.',
}

/** What may be learned from the data, in a sentence; or why nothing can. */
export function learnedSentence({ unavailable, channels }: RunDecisions): string {
  if (unavailable !== null) return unavailable
  const weakest = ['assumed', 'follows_unseen', 'follows_past_orders', 'own'].find((status) =>
    channels.some((channel) => channel.status === status),
  )
  return LEARNED[weakest ?? 'assumed']!
}

/** What should change, and how sure that is; every sentence says what it rests on. None without decisions. */
export function adviceSentences(decisions: RunDecisions): string[] {
  if (decisions.unavailable !== null) return []
  const [best] = decisions.plans.filter(({ plan_id }) => plan_id === 'best_total')
  const experiment = decisions.experiments.find(({ is_worth_it }) => is_worth_it)
  return [
    capitalised(planSentence(best!, decisions)),
    experiment ? experimentSentence(experiment, decisions) : 'No test is worth its cost.',
  ]
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function planSentence(plan: PlanAdvice, { notation, channels }: RunDecisions): string {
  const { money, rate } = notation
  const isFitted = channels.every(({ basis }) => basis === 'fitted')
  const under = isFitted ? '' : 'Under the declared values, which no data confirm: '
  const gain = money.exact(plan.profit_difference_mean_cents)
  const range = `${money.exact(plan.profit_difference_low_cents)} to ${money.exact(plan.profit_difference_high_cents)}`
  const odds = `with a probability of ${rate(plan.p_better_bps)}`
  switch (plan.advice) {
    case 'act':
      return `${under}${isFitted ? 'Recommended: spend' : 'spend'} ${money.exact(plan.spend_cents)} in all. It is expected to earn ${gain} more (${range}), and is better than today's plan ${odds}.`
    case 'test':
      return `${under}today's plan stands. Spending ${money.exact(plan.spend_cents)} in all looks better by ${gain} (${range}), but only ${odds}: test first.`
    case 'keep':
      return `${under}today's plan stands: no other within the bounds is better.`
  }
}

function experimentSentence(experiment: PricedExperiment, { notation }: RunDecisions): string {
  const { money, rate, nameOf } = notation
  const { design, channel, days, share_bps, net_cents, promise } = experiment
  const what =
    design === 'jitter'
      ? `vary ${nameOf(channel)} by the week for ${days} days`
      : `hold ${nameOf(channel)} out of ${rate(share_bps)} of the market for ${days} days`
  const worth = `${promise === 'at_most' ? 'at most ' : ''}${money.exact(net_cents)} a year after its cost`
  return `Test next: ${what}, worth ${worth}.`
}
