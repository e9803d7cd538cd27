import { hasTable, type SqlSource } from '../../engine/index.js'
import { dayOf } from '../../time/calendar.js'
import type { Declared } from '../declared.js'
import { codeName } from './spend-file.js'
import { valuesOf, type WorkingTable } from './working-table.js'

/** Days with money on them, and days with a line, of one channel of the file of spend. */
interface ChannelLines {
  readonly channel: string
  readonly days: readonly number[]
  readonly spent: ReadonlyMap<number, number>
}

type Note = readonly [
  id: string,
  severity: string,
  channel: string | null,
  days: number,
  cents: number,
]

const A_LUMP_IN_DAYS = 5
const LUMPS = 4

/**
 * What is to be known about the file of spend, as the warehouse holds it: that it is not used, where it
 * begins or ends inside the orders, and of each channel its gaps or its sums of several days. And of that of
 * lift tests: channels that the run does not have.
 */
export const statedNotes: WorkingTable = {
  name: 'stated_notes',
  uses: [],
  reads: ['dwh.fct_marketing_spend', 'dwh.fct_orders', 'dwh.fct_lift_tests', 'market.dim_channel'],
  select: async (ask, declared) =>
    valuesOf(
      {
        ...({ note_id: 'varchar', severity: 'varchar', channel: 'varchar' } as const),
        ...({ days: 'bigint', amount_cents: 'bigint' } as const),
      },
      [...(await notesOf(ask, declared)), ...(await notesOfTests(ask))],
    ),
}

async function notesOfTests(ask: SqlSource['rows']): Promise<Note[]> {
  if (!(await hasTable({ rows: ask }, 'dwh', 'fct_lift_tests'))) return []
  const tests = await ask<{ channel: string }>('select distinct channel from dwh.fct_lift_tests')
  const channels = await ask<{ channel: string }>('select channel from market.dim_channel')
  return tests
    .map((test) => codeName(test.channel))
    .filter((tested) => channels.every(({ channel }) => channel !== tested))
    .map((tested) => [`lift_test_of_${tested}`, 'warning', null, 0, 0] as const)
}

async function notesOf(ask: SqlSource['rows'], declared: Declared): Promise<Note[]> {
  if (!(await hasTable({ rows: ask }, 'dwh', 'fct_marketing_spend'))) return []
  const lines = await ask<{ channel: string; day: number; cents: number }>(
    `select channel, date_diff('day', date '1970-01-01', date) as day, spend_cents as cents
     from dwh.fct_marketing_spend`,
  )
  const all = lines.reduce((sum, { cents }) => sum + cents, 0)
  if (!['csv', 'auto'].includes(declared.text('market.plan'))) {
    return [['file_not_used', 'warning', null, 0, all]]
  }
  const byHand = await ask('select 1 from planned limit 1')
  if (byHand.length > 0) return [['plan_by_hand', 'info', null, 0, all]]
  const channels = [...new Set(lines.map(({ channel }) => codeName(channel)))]
  const own = channels.map((channel) =>
    linesOf(
      channel,
      lines.filter((line) => codeName(line.channel) === channel),
    ),
  )
  return [...(await coverage(ask, own)), ...own.flatMap(ofChannel)]
}

function linesOf(channel: string, lines: readonly { day: number; cents: number }[]): ChannelLines {
  const spent = new Map<number, number>()
  for (const { day, cents } of lines) {
    if (cents > 0) spent.set(day, (spent.get(day) ?? 0) + cents)
  }
  return { channel, days: inOrder(lines.map(({ day }) => day)), spent }
}

const inOrder = (days: Iterable<number>) => [...new Set(days)].sort((a, b) => a - b)

async function coverage(ask: SqlSource['rows'], own: readonly ChannelLines[]): Promise<Note[]> {
  const [orders] = await ask<{ first: Date; last: Date }>(
    'select min(purchase_date) as first, max(purchase_date) as last from dwh.fct_orders',
  )
  const days = inOrder(own.flatMap((lines) => lines.days))
  const late = days[0]! - dayOf(orders!.first)
  const early = dayOf(orders!.last) - days.at(-1)!
  return [
    ...(late > 0 ? [['begins_after_orders', 'warning', null, late, 0] as const] : []),
    ...(early > 0 ? [['ends_before_orders', 'warning', null, early, 0] as const] : []),
  ]
}

function ofChannel({ channel, days, spent }: ChannelLines): Note[] {
  const places = inOrder(spent.keys())
  const steps = places.slice(1).map((day, i) => day - places[i]!)
  steps.sort((a, b) => a - b)
  const usual = steps[Math.floor(steps.length / 2)] ?? 0
  if (places.length >= LUMPS && usual >= A_LUMP_IN_DAYS) {
    const cents = [...spent.values()].reduce((sum, one) => sum + one, 0)
    return [[`lumps_${channel}`, 'warning', channel, 0, cents]]
  }
  const gaps = days.at(-1)! - days[0]! + 1 - days.length
  return gaps === 0 ? [] : [[`gaps_${channel}`, 'info', channel, gaps, 0]]
}
