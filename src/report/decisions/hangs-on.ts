import { inWords } from '../../format/index.js'
import type { MovedAnswer, RunDecisions } from './read.js'

/** What the verdict on each channel and the recommendation hang on, in sentences; none without decisions. */
export function hangsOnSentences(decisions: RunDecisions): string[] {
  return [...planSentences(decisions), ...channelSentences(decisions)]
}

/** The verdict with its range. Empty where none was drawn. */
export function rangeSentence({ ranges, notation }: RunDecisions): string {
  const profit = ranges.find(({ figure }) => figure === 'contribution_after_marketing_cents')
  if (!profit) return ''
  const { money, rate, number } = notation
  return `With every assumption anywhere in its declared range, contribution after marketing is ${money.exact(profit.low)} to ${money.exact(profit.high)} in nine of ten of ${number(profit.draws)} draws, and above zero with a probability of ${rate(profit.p_above_zero_bps)}.`
}

/** The verdict's ranges as rows: money, but for orders. */
export function figureRangeRows({ ranges, notation }: RunDecisions) {
  return ranges.map(({ figure, value, low, high }) => {
    const shown = (x: number) =>
      figure.endsWith('_cents') ? notation.money.exact(x) : notation.number(x)
    return {
      figure: inWords(figure.replace(/_cents$/, '')),
      value: shown(value),
      low: shown(low),
      high: shown(high),
    }
  })
}

function planSentences({ moved, notation }: RunDecisions): string[] {
  const plan = moved.filter(({ question }) => question === 'best_plan')
  const [most] = plan
  if (!most) return []
  const { exact } = notation.money
  const turns = plan.find(({ flip_value }) => flip_value !== null)
  const ends = `${exact(most.answer_at_low)} to ${exact(most.answer_at_high)}`
  return [
    `The gain of the best plan hangs most on ${most.assumption_id}: ${ends} over its range.`,
    turns
      ? `The recommendation turns where ${turns.assumption_id} passes ${shortNumber(turns.flip_value!)} (now ${shortNumber(turns.value)}).`
      : 'No assumption turns the recommendation within its range by itself.',
  ]
}

function channelSentences({ moved, channels, notation }: RunDecisions): string[] {
  const own = moved.filter(({ question }) => question === 'pays')
  const name = (row: MovedAnswer) => notation.nameOf(row.channel)
  const flips = own.filter(({ flip_value }) => flip_value !== null)
  const never = own.filter((row) => row.flip_value === null)
  const always = never.filter(({ answer_at_value }) => answer_at_value >= 0).map(name)
  const not = never.filter(({ answer_at_value }) => answer_at_value < 0).map(name)
  const declared = channels.every(({ basis }) => basis === 'declared') ? 'declared ' : ''
  const flipWords = flips.map(
    (row) =>
      `${name(row)} above ${shortNumber(row.flip_value!)} (${declared}${shortNumber(row.low_value)} to ${shortNumber(row.high_value)})`,
  )
  return [
    flips.length > 0 &&
      `Whether a channel pays hangs on the orders it causes for each attributed one: ${flipWords.join('; ')}.`,
    always.length > 0 && `Over all of that range these pay: ${always.join(', ')}.`,
    not.length > 0 && `Over all of that range these do not pay: ${not.join(', ')}.`,
  ].filter((sentence) => sentence !== false)
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(2)))
}
