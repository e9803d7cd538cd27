import type { Assumptions } from '../../assumptions/index.js'
import { counted } from '../../format/words.js'
import { dateOf, dayOf } from '../../time/calendar.js'
import { absentChannels, undeclaredChannels, withChannels } from '../channels-in-force.js'
import type { MarketSource } from '../market-source.js'
import type { SpendRow } from './place-spend.js'
import { type PlanInForce, planInForce } from './spend-file.js'

/** Something to know about where spend and channels come from: a row of `market.plan_notes`. */
export interface PlanNote {
  readonly note_id: string
  /** A `warning` is likely to distort the answer. */
  readonly severity: 'info' | 'warning'
  /** The channel it is about; null for the whole plan. */
  readonly channel: string | null
  readonly days: number
  readonly amount_cents: number
  readonly statement: string
}

/** What notes are made from. */
export interface PlanFacts {
  /** As they were declared, before the file's channels came in. */
  readonly declared: Assumptions
  readonly inForce: PlanInForce
  /** A plan by hand stands instead of the one in force. */
  readonly byHand: boolean
  /** First and last day with an order. */
  readonly firstDay: number
  readonly lastDay: number
}

const FILE = 'The file of spend'
/** Spend on one day in this many, evenly, is a sum of several days set on one. */
const LUMP_EVERY_DAYS = 5
const FEWEST_LUMPS = 4

/** The notes about the plan in force where a market is read from. */
export async function readPlanNotes(source: MarketSource): Promise<PlanNote[]> {
  const inForce = await planInForce(source)
  if (inForce.file === undefined) return []
  const [days] = await source.rows<{ first: Date; last: Date }>(
    'select min(purchase_date) as first, max(purchase_date) as last from dwh.fct_orders',
  )
  return planNotes({
    declared: source.assumptions,
    inForce,
    byHand: source.spendPlan !== undefined,
    firstDay: dayOf(days!.first),
    lastDay: dayOf(days!.last),
  })
}

/** Every note about the plan in force, most general first. */
export function planNotes(facts: PlanFacts): PlanNote[] {
  const { inForce, declared } = facts
  if (inForce.file === undefined) return []
  const { file, kind } = inForce
  const total = sumOf(file)
  if (kind !== 'csv') {
    const words = `${FILE} is there and is not used: market.plan is ${kind}. Its ${file.length} lines of spend are not in this answer. Set market.plan to auto to use them.`
    return [note('file_not_used', 'warning', words, { amount_cents: total })]
  }
  if (facts.byHand) {
    const words = `A plan by hand stands instead of the ${file.length} lines of the file of spend.`
    return [note('plan_by_hand', 'info', words, { amount_cents: total })]
  }
  const byChannel = grouped(file)
  return [
    ...coverageNotes(facts, file),
    ...absentNotes(declared, file),
    ...[...byChannel].flatMap(([channel, rows]) => channelNotes(channel, rows)),
    ...undeclaredChannels(declared, file).map((channel) =>
      genericNote(channel, byChannel.get(channel)!, withChannels(declared, inForce)),
    ),
  ]
}

/** Where the file begins after the first order or ends before the last. */
function coverageNotes({ firstDay, lastDay }: PlanFacts, file: readonly SpendRow[]): PlanNote[] {
  const days = file.map(({ day }) => day)
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const looksFree = 'count as spend 0, and their orders look as if they had cost nothing'
  const notes: PlanNote[] = []
  if (first > firstDay) {
    const missing = first - firstDay
    const words = `${FILE} begins on ${dateOf(first)}, ${missing} days after the first order: those days ${looksFree}. Add the earlier spend, or set market.first_date to ${dateOf(first)}.`
    notes.push(note('begins_after_orders', 'warning', words, { days: missing }))
  }
  if (last < lastDay) {
    const missing = lastDay - last
    const words = `${FILE} ends on ${dateOf(last)}, ${missing} days before the last order: those days ${looksFree}. Add the later spend, or set market.last_date to ${dateOf(last)}.`
    notes.push(note('ends_before_orders', 'warning', words, { days: missing }))
  }
  return notes
}

function absentNotes(declared: Assumptions, file: readonly SpendRow[]): PlanNote[] {
  const absent = absentChannels(declared, file)
  if (absent.length === 0) return []
  const words = `The file of spend does not name ${counted(absent.length, 'paid channel')} that the library declares, so they are not in this run. Channels that are not paid stay as declared.`
  return [note('absent_channels', 'info', words)]
}

/** Days without a line, and sums of several days that stand on one. */
function channelNotes(channel: string, rows: readonly SpendRow[]): PlanNote[] {
  const days = [...new Set(rows.map(({ day }) => day))].sort((a, b) => a - b)
  const spent = rows.filter(({ spendCents }) => spendCents > 0)
  const every = usualStep(spent.map(({ day }) => day).sort((a, b) => a - b))
  if (spent.length >= FEWEST_LUMPS && every >= LUMP_EVERY_DAYS) {
    const words = `${channel}: spend stands on about one day in ${every}, as if the sum of ${every} days were written on one. Its clicks, memory and cost are then those of that day. Spread it over its days if it was spent daily.`
    return [note(`lumps_${channel}`, 'warning', words, { channel, amount_cents: sumOf(spent) })]
  }
  const gaps = days.at(-1)! - days[0]! + 1 - days.length
  if (gaps === 0) return []
  const words = `${channel}: ${gaps} of the ${days.length + gaps} days from its first to its last line have no line. They count as spend 0.`
  return [note(`gaps_${channel}`, 'info', words, { channel, days: gaps })]
}

/** The median number of days from one day to the next. */
function usualStep(days: readonly number[]): number {
  const steps = days.slice(1).map((day, i) => day - days[i]!)
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0
}

/** What the file does not tell of a channel, and the value that stands for it. */
function genericNote(channel: string, rows: readonly SpendRow[], inForce: Assumptions): PlanNote {
  const value = (id: string) => inForce.number(`${id.replace('*', channel)}`)
  const hasClicks = rows.every(({ clicks }) => clicks !== undefined)
  const hasImpressions = rows.every(({ impressions }) => impressions !== undefined)
  const market = (field: string) => value(`market.channels.*.${field}`)
  const attribution = (field: string) => value(`attribution.channels.*.${field}`)
  const declared = [
    hasImpressions || hasClicks
      ? ''
      : `price of 1,000 impressions ${market('cpm_cents')} minor units of the currency`,
    hasClicks ? '' : `click rate ${market('ctr_bps')} basis points`,
    hasClicks ? '' : `audience ${market('capacity_per_order_impressions')} impressions an order`,
    hasClicks ? '' : `memory ${market('decay')} a day`,
    `${attribution('clicks_per_order')} clicks an order`,
    `a window of ${attribution('window_days')} days`,
  ].filter((words) => words !== '')
  const withClicks = rows.filter(({ clicks }) => clicks !== undefined).length
  const some =
    withClicks > 0 ? `spend, and clicks on ${withClicks} of ${rows.length} lines,` : 'spend'
  const observed = hasClicks ? 'spend and clicks' : some
  const words = `${channel}: ${observed} observed; a generic channel's values stand for the rest: ${declared.join(', ')}. Declare better ones under market.channels.${channel} and attribution.channels.${channel}.`
  return note(`generic_${channel}`, 'info', words, { channel })
}

function grouped(file: readonly SpendRow[]): Map<string, SpendRow[]> {
  const groups = new Map<string, SpendRow[]>()
  for (const row of file) groups.set(row.channel, [...(groups.get(row.channel) ?? []), row])
  return groups
}

function sumOf(rows: readonly SpendRow[]): number {
  return rows.reduce((sum, { spendCents }) => sum + spendCents, 0)
}

function note(
  note_id: string,
  severity: PlanNote['severity'],
  statement: string,
  more: Partial<PlanNote> = {},
): PlanNote {
  return { note_id, severity, channel: null, days: 0, amount_cents: 0, statement, ...more }
}
