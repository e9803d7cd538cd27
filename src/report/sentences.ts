import { dateOf, dayOf } from '../time/calendar.js'
import type { Verdict } from '../workbench/index.js'
import { figureBasis } from './basis.js'
import type { RunDecisions } from './decisions/index.js'
import type { Statement } from './statement/statement.js'

/** The horizon, from day to day. */
export function horizonWords({ verdict }: Statement): string {
  return `${dateOf(dayOf(verdict.first_date))} to ${dateOf(dayOf(verdict.last_date))}`
}

/**
 * The answer: profit or loss, what it leaves out, how much of the marketing met no order, which channels
 * pay where decisions were made. What clicks led to is computed by the market model in every run, and told as such.
 */
export function verdictSentences(statement: Statement): string[] {
  const { verdict, decisions, notation } = statement
  const { money, rate } = notation
  const { contribution_after_marketing_cents: contribution, cash_result_cents: cash } = verdict
  const result = (cents: number) => `${cents < 0 ? 'lost' : 'made'} ${money.exact(Math.abs(cents))}`
  const share = verdict.spend_cents
    ? ` (${rate(Math.round((verdict.waste_cents / verdict.spend_cents) * 10_000))})`
    : ''
  return [
    `The business ${result(contribution)} after marketing; in cash it ${result(cash)}, and would have ${result(verdict.cash_at_once_cents)} had everything been paid at once.`,
    operatingSentence(verdict, result),
    `${spendWords(statement)}, the market model finds no order for ${money.exact(verdict.waste_cents)}${share}.`,
    decisions?.channels.length ? causeSentence(decisions) : attributionSentence(statement),
  ]
}

/** That whether channels pay is not known, and which cover their cost by what attribution gives them. */
function attributionSentence({ channels, notation }: Statement): string {
  const paid = channels.filter(({ spend_cents }) => spend_cents > 0)
  if (paid.length === 0) return 'No channel is paid for.'
  const names = (covers: boolean) =>
    paid
      .filter(({ covers_its_cost }) => covers_its_cost === covers)
      .map(({ channel }) => notation.nameOf(channel))
  const which =
    paid.length === 1
      ? `Whether ${notation.nameOf(paid[0]!.channel)} pays for itself`
      : 'Which paid channels pay for themselves'
  const covering = told(names(true), ['covers its cost', 'cover their cost'])
  const others = covering.length
    ? (['does not', 'do not'] as const)
    : (['does not cover its cost', 'do not cover their cost'] as const)
  const shown = [...covering, ...told(names(false), others)].join('; ')
  return `${which} is not known here, for it hangs on what ${paid.length === 1 ? 'it' : 'they'} caused: see causeway fit, and where spend is assumed causeway decide. By attribution, which is not cause, ${shown}.`
}

/** What is so of some things, each of them and all together; nothing of none. */
function told(names: readonly string[], [ofOne, ofMany]: readonly [string, string]): string[] {
  return names.length === 0 ? [] : [`${names.join(', ')} ${names.length === 1 ? ofOne : ofMany}`]
}

/** A probability from which on a channel is said to pay; as far below one half it is said not to. */
const SURE_BPS = 8_000

/** Which channels pay by what they caused, with the probability of each. */
export function causeSentence({ channels, notation }: RunDecisions): string {
  const named = (isOne: (bps: number) => boolean) =>
    channels
      .filter(({ p_pays_bps }) => isOne(p_pays_bps))
      .map(
        ({ channel, p_pays_bps }) => `${notation.nameOf(channel)} (${notation.rate(p_pays_bps)})`,
      )
  const pays = told(
    named((bps) => bps >= SURE_BPS),
    ['pays for itself', 'pay for themselves'],
  )
  const others = [
    ...told(
      named((bps) => bps <= 10_000 - SURE_BPS),
      ['does not', 'do not'],
    ),
    ...told(
      named((bps) => bps < SURE_BPS && bps > 10_000 - SURE_BPS),
      ['is open', 'are open'],
    ),
  ]
  const isDeclared = channels.every(({ basis }) => basis === 'declared')
  const first = pays[0] ?? 'No paid channel is found to pay for itself'
  return `${[first, ...others].join('; ')}. In brackets: the probability that it pays, by the orders it caused${isDeclared ? ', under declared values that no data confirm' : ''}.`
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
  'Paid CAC': 'spend of the channel by persons new to the business whom it brought',
  'Consumed CAC': 'cost of the clicks that their first orders consumed, by the same persons',
  'Loaded CAC': 'the same with all waste; no salaries, tools or agencies',
  'Blended CAC': 'spend of all channels by all new persons, direct and organic ones too',
}
