import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { eventColumn, seasonColumns } from '../../src/decisions/calendar.js'
import type {
  CalendarColumn,
  ChannelSeries,
  DecisionData,
  LiftTest,
} from '../../src/decisions/data.js'

/** Folder of ten simulated worlds with their truth; they are not part of this repository. */
export const worldsDir = resolve(
  process.env.CAUSEWAY_WORLDS_DIR ?? join('..', 'shared', 'decisions', 'worlds'),
)
export const hasWorlds = existsSync(join(worldsDir, 'truth'))

/** What a suite that is skipped says in its name. */
export const needsWorlds = hasWorlds
  ? 'on ten worlds of known truth'
  : `on ten worlds of known truth: SKIPPED, ${worldsDir} is absent (CAUSEWAY_WORLDS_DIR names another place)`

interface Truth {
  readonly plan: string
  readonly attributed_share: readonly number[]
  readonly channels: readonly { channel: string; incremental_orders: number }[]
}

export interface World {
  readonly name: string
  readonly data: DecisionData
  readonly tests: readonly LiftTest[]
  readonly truth: Truth
}

export function worldNames(): string[] {
  return readdirSync(worldsDir)
    .filter((file) => file.endsWith('_orders.csv'))
    .map((file) => file.replace('_orders.csv', ''))
    .sort()
}

export function readWorld(name: string): World {
  const path = (suffix: string) => `${worldsDir}/${name}_${suffix}.csv`
  const truth: Truth = JSON.parse(readFileSync(`${worldsDir}/truth/${name}.json`, 'utf8'))
  const orderRows = rowsOf(path('orders'))
  const orders = Float64Array.from(orderRows, (row) => Number(row.orders))
  const firstDay = dayOf(orderRows[0]!.date!)
  const marketing = rowsOf(path('marketing'))
  const totalOrders = orders.reduce((a, b) => a + b, 0)
  const channels = truth.channels.map(({ channel }, c): ChannelSeries => {
    const rows = marketing.filter((row) => row.channel === channel)
    const within = rows.filter((row) => dayOf(row.date!) >= firstDay)
    const share = truth.attributed_share[c]! * (totalOrders / orders.length)
    return {
      id: channel,
      spend: Float64Array.from(within, (row) => Number(row.spend_cents)),
      spendBefore: Float64Array.from(
        rows.filter((row) => dayOf(row.date!) < firstDay),
        (row) => Number(row.spend_cents),
      ),
      clicks: Float64Array.from(within, (row) => Number(row.clicks)),
      kernel: { kind: 'geometric', decay: 0.5 },
      curve: { kind: 'michaelis_menten', half: 1 },
      attributedOrders: orders.map(() => share),
    }
  })
  const tests = rowsOf(path('lift_tests')).map((row) => ({
    channel: row.channel!,
    firstDay: dayOf(row.first_date!),
    lastDay: dayOf(row.last_date!),
    spendFactor: Number(row.spend_factor),
    liftOrders: Number(row.lift_orders),
    standardError: Number(row.standard_error),
  }))
  const data: DecisionData = {
    grain: 'day',
    firstDay,
    orders,
    channels,
    calendar: worldCalendar(firstDay, orders.length),
    spendSource: 'observed',
    liftTests: [],
  }
  return { name, data, tests, truth }
}

/** The events of these worlds' years of 365 days; the sixtieth day of a year is their first. */
export function worldCalendar(firstDay: number, periods: number): CalendarColumn[] {
  const HOLIDAYS = [0, 45, 46, 104, 120, 157, 249, 284, 305, 318]
  const events: [string, (day: number) => boolean][] = [
    ['black_friday', (day) => day === 328],
    ['black_week', (day) => day >= 322 && day <= 332 && day !== 328],
    ['christmas_run', (day) => day >= 340 && day <= 352],
    ['christmas', (day) => day >= 353 && day <= 364],
    ['holiday', (day) => HOLIDAYS.includes(day)],
  ]
  return [
    ...seasonColumns({ grain: 'day', firstDay, periods }),
    ...events.map(([name, on]) =>
      eventColumn(
        name,
        Float64Array.from({ length: periods }, (_, t) => (on((t + 60) % 365) ? 1 : 0)),
      ),
    ),
  ]
}

function rowsOf(path: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  const names = head!.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, i) => [name, cells[i]!]))
  })
}

function dayOf(date: string): number {
  return Date.parse(date) / 86_400_000
}
