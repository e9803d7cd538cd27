import { dateOf, dayOf } from '../time/calendar.js'
import type { Verdict } from '../workbench/index.js'
import { figureBasis } from './basis.js'
import type { Statement } from './statement/statement.js'

/** The horizon, from day to day. */
export function horizonWords({ verdict }: Statement): string {
  return `${dateOf(dayOf(verdict.first_date))} to ${dateOf(dayOf(verdict.last_date))}`
}

/**
 * The answer: profit or loss, what it leaves out, how much of the marketing met no order, which channels
 * pay. What clicks led to is computed by the market model in every run, and told as such.
 */
export function verdictSentences(statement: Statement): string[] {
  const { verdict, channels, notation } = statement
  const { money, rate, nameOf } = notation
  const { contribution_after_marketing_cents: contribution, cash_result_cents: cash } = verdict
  const result = (cents: number) => `${cents < 0 ? 'lost' : 'made'} ${money.exact(Math.abs(cents))}`
  const share = verdict.spend_cents
    ? ` (${rate(Math.round((verdict.waste_cents / verdict.spend_cents) * 10_000))})`
    : ''
  const named = (pays: boolean) =>
    channels
      .filter(({ spend_cents, pays_for_itself }) => spend_cents > 0 && pays_for_itself === pays)
      .map(({ channel }) => nameOf(channel))
      .join(', ') || 'none'
  return [
    `The business ${result(contribution)} after marketing; in cash it ${result(cash)} (settled at once: ${result(verdict.cash_at_once_cents)}).`,
    operatingSentence(verdict, result),
    `${spendWords(statement)}, the market model finds no order for ${money.exact(verdict.waste_cents)}${share}.`,
    `By the model, paid channels that pay for themselves: ${named(true)}. That do not: ${named(false)}.`,
  ]
}

/** What is left after fixed costs and taxes, or that neither is declared. */
function operatingSentence(verdict: Verdict, result: (cents: number) => string): string {
  const { contribution_after_marketing_cents, operating_result_cents } = verdict
  return operating_result_cents === contribution_after_marketing_cents
    ? 'That is a contribution, not a profit: fixed costs and taxes are not in it, for none is declared.'
    : `After declared fixed costs and taxes on revenue it ${result(operating_result_cents)}.`
}

/** What is spent, told as what it is. */
function spendWords({ verdict, basis, notation }: Statement): string {
  const spent = notation.money.exact(verdict.spend_cents)
  switch (figureBasis(basis, 'verdict.spend_cents')) {
    case 'observed':
      return `Of ${spent} spent on marketing`
    case 'declared':
      return `Of ${spent} of marketing spend in the plan`
    default:
      return `Of ${spent} of simulated marketing spend`
  }
}

/** The law of the system, with its figures. */
export function lawSentence({ verdict, notation }: Statement): string {
  const parts = [
    ['acquisition', verdict.acquisition_cost_cents],
    ['decayed', verdict.decayed_cents],
    ['expired', verdict.expired_cents],
    ['no response', verdict.no_response_cents],
    ['live', verdict.live_cents],
    ['in flight', verdict.in_flight_cents],
  ] as const
  const { exact } = notation.money
  const sum = parts.map(([name, cents]) => `${exact(cents)} ${name}`).join(' + ')
  return `${exact(verdict.spend_cents)} spent = ${sum}; residual ${exact(verdict.law_residual_cents)}.`
}

/** What the costs per customer mean. */
export const cacDefinitions: Readonly<Record<string, string>> = {
  'Cost per order': 'acquisition cost of all orders by orders, of new customers or not',
  'Paid CAC': 'spend of the channel by persons new to the marketplace whom it brought',
  'Consumed CAC': 'cost of the clicks that their first orders consumed, by the same persons',
  'Loaded CAC': 'the same with all waste; no salaries, tools or agencies',
  'Blended CAC': 'spend of all channels by all new persons, direct and organic ones too',
}
