import { inWords, significant } from '../../format/index.js'
import type { Workbench } from '../../workbench/index.js'
import {
  assumptionName,
  type LeadingAssumption,
  leadingInWords,
  type MovedAnswer,
  sensitivityOf,
} from '../sensitivity/index.js'
import type { RunDecisions } from './read.js'

/** What the verdict on each channel and the recommendation hang on, in sentences; none without decisions. */
export function hangsOnSentences(decisions: RunDecisions): string[] {
  return [...planSentences(decisions), ...channelSentences(decisions)]
}

/**
 * A figure of the verdict with its range. Empty where none was drawn.
 *
 * @param of the figure, as `decisions.verdict_range` has it. Default: the contribution
 */
export function rangeSentence(
  { ranges, notation }: RunDecisions,
  of = 'contribution_after_marketing_cents',
): string {
  const range = ranges.find(({ figure }) => figure === of)
  if (!range) return ''
  const { money, number } = notation
  const above = Math.round((range.p_above_zero_bps * range.draws) / 10_000)
  const sign = above < range.draws || of.startsWith('contribution')
  const words = `With every assumption anywhere in its declared range, ${inWords(of.replace(/_cents$/, '')).toLowerCase()} is ${money.exact(range.low)} to ${money.exact(range.high)} in nine of ten of ${number(range.draws)} draws`
  return `${words}${sign ? `, and above zero in ${number(above)} of them` : ''}.`
}

/** What the gain of the best plan hangs on, the first most of all. */
export function planHangsOn(
  { moved }: RunDecisions,
  workbench: Pick<Workbench, 'notation' | 'assumptions'>,
): LeadingAssumption[] {
  const rows = moved.filter(({ question }) => question === 'best_plan')
  return rows.map((row) => leadingInWords(sensitivityOf(row), workbench))
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
    `The gain of the best plan hangs most on ${assumptionName(most.assumption_id, notation)}: ${ends} over its range.`,
    turns
      ? `The recommendation turns where ${assumptionName(turns.assumption_id, notation)} passes ${significant(turns.flip_value!, 2)} (now ${significant(turns.value, 2)}).`
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
      `${name(row)} above ${significant(row.flip_value!, 2)} (${declared}${significant(row.low_value, 2)} to ${significant(row.high_value, 2)})`,
  )
  return [
    flips.length > 0 &&
      `Whether a channel pays hangs on the orders it causes for each attributed one: ${flipWords.join('; ')}.`,
    always.length > 0 && `Over all of that range these pay: ${always.join(', ')}.`,
    not.length > 0 && `Over all of that range these do not pay: ${not.join(', ')}.`,
  ].filter((sentence) => sentence !== false)
}
