import { eventColumn, seasonColumns } from '../decisions/calendar.js'
import type {
  CalendarColumn,
  ChannelSeries,
  DecisionData,
  Grain,
  LiftTest,
} from '../decisions/data.js'
import { InputError } from '../errors.js'
import { mean, sum } from '../numbers.js'
import { SeriesTable } from './columns.js'
import { guessColumns, isMoneyName } from './headers.js'
import type { ChannelColumns, SeriesColumns, SeriesMap } from './map.js'

/** A flat series as a fit reads it, and how its columns were understood. */
export interface FlatSeries {
  readonly path: string
  readonly data: DecisionData
  /** Spend in `data` is in whole minor units: so many make one unit of the file. */
  readonly minorUnits: number
  /** By period: what one unit of the outcome is worth in the file's money, where that is known. */
  readonly worth?: Float64Array
  readonly read: ReadColumns
}

/** Which column became what. */
export interface ReadColumns {
  readonly date: string
  readonly outcome: string
  /** A column, a number, or that the outcome is money itself; absent where nothing tells. */
  readonly worth?: string
  readonly channels: Readonly<Record<string, ChannelColumns>>
  readonly controls: readonly string[]
  readonly events: readonly string[]
  readonly leftOut: readonly { readonly column: string; readonly why: string }[]
}

/** Weeks that remember a week's advertising; days keep the kernel's own default. */
const MEMORY_WEEKS = 8
/** Prior sd of a control's effect on the logarithm of the outcome, per sd of the control. */
const CONTROL_SD = 0.2
const DIGITS = 4

/**
 * Reads a flat series: a line a day or a week with date, outcome, and spend of each channel. Lines at
 * its beginning that have no outcome are warm-up: their spend is remembered.
 *
 * @throws InputError on a file, a map or a cell that cannot be used
 */
export function readSeries(
  path: string,
  map: SeriesMap = {},
  liftTests: readonly LiftTest[] = [],
): FlatSeries {
  const table = SeriesTable.read(path, map)
  const named = columnsOf(table, map)
  const { grain, days } = table.dated(named.date, map.dateFormat)
  const warmUp = table.leadingEmpty(named.outcome)
  const within = (column: string, allowsNegative = false) =>
    table.numbers(column, warmUp, allowsNegative)
  const outcome = within(named.outcome)
  const firstDay = days[warmUp]!
  const minorUnits = minorUnitsOf(table, named)
  const all = Object.entries(named.channels).map(([id, columns]) =>
    channelOf(id, columns, table, {
      warmUp,
      minorUnits,
      grain,
      saturation: map.saturation ?? 'michaelis_menten',
    }),
  )
  const channels = all.filter(({ spend }) => spend.some((minor) => minor > 0))
  if (channels.length === 0) {
    throw new InputError(
      `${path}: nothing was spent on ${Object.keys(named.channels).join(', ')}. Needed: spend above 0 in some period.`,
    )
  }
  const read = withoutUnspent(named, channels)
  const isMoney = isMoneyName(read.outcome)
  const worth = worthOf(map.worth ?? read.worth, outcome.length, within, isMoney)
  return {
    path,
    minorUnits,
    read: {
      ...read,
      ...(isMoney && read.worth === undefined && { worth: 'the outcome is money' }),
    },
    ...(worth && { worth }),
    data: {
      grain,
      firstDay,
      orders: outcome,
      outcomeIsCount: map.counts ?? (!isMoney && outcome.every(Number.isInteger)),
      channels,
      calendar: [
        ...seasonColumns({ grain, firstDay, periods: outcome.length }),
        ...read.events.flatMap((column) => eventsOf(column, table, warmUp)),
        ...read.controls.map((column) => controlOf(column, within(column, true))),
      ],
      spendSource: 'observed',
      ...(map.plan && { declaredPlan: map.plan }),
      liftTests,
    },
  }
}

/** Channels that spent nothing in the series are left out, as those of a run are. */
function withoutUnspent(read: ReadColumns, spent: readonly ChannelSeries[]): ReadColumns {
  const isSpent = (id: string) => spent.some((channel) => channel.id === id)
  const entries = Object.entries(read.channels)
  const unspent = entries
    .filter(([id]) => !isSpent(id))
    .flatMap(([, own]) => Object.values(own) as string[])
  return {
    ...read,
    channels: Object.fromEntries(entries.filter(([id]) => isSpent(id))),
    leftOut: [
      ...read.leftOut,
      ...unspent.map((column) => ({ column, why: 'nothing was spent on its channel' })),
    ],
  }
}

function columnsOf({ header, path }: SeriesTable, map: SeriesMap): ReadColumns {
  const named = columnsIn({ ...map, worth: typeof map.worth === 'string' ? map.worth : undefined })
  const unknown = named.find((column) => !header.includes(column))
  if (unknown !== undefined) {
    throw new InputError(
      `${path}: the map names the column ${JSON.stringify(unknown)}, allowed ${header.join(', ')}.`,
    )
  }
  const guess = guessColumns(header, new Set(named))
  const { date = guess.date, outcome = guess.outcome, channels = guess.channels } = map
  const lack = (what: string, key: string) =>
    new InputError(
      `${path}: no ${what} among ${header.join(', ')}. Name it in a map (--map), under series.${key}.`,
    )
  if (date === undefined) throw lack('column of dates', 'date')
  if (outcome === undefined) throw lack('outcome', 'outcome')
  if (Object.keys(channels).length === 0) throw lack('column <channel>_spend', 'channels')
  const { controls = guess.controls, events = guess.events } = map
  const worth = map.worth ?? guess.worth
  const used = columnsIn({ date, outcome, worth: String(worth), channels, controls, events })
  const leftOut = header
    .filter((column) => !used.includes(column))
    .map((column) => ({ column, why: guess.why(column) }))
  const told = worth === undefined ? {} : { worth: String(worth) }
  return { date, outcome, ...told, channels, controls, events, leftOut }
}

function columnsIn(
  columns: { readonly [K in keyof SeriesColumns]?: SeriesColumns[K] | undefined },
): string[] {
  const { date, outcome, worth, channels = {}, controls = [], events = [] } = columns
  const ofChannels = Object.values(channels).flatMap((own) => Object.values(own) as string[])
  return [date, outcome, worth, ...ofChannels, ...controls, ...events].filter(
    (column) => column !== undefined,
  )
}

/** How the columns of channels are read. */
interface AsRead extends Required<Pick<SeriesMap, 'saturation'>> {
  readonly warmUp: number
  readonly minorUnits: number
  readonly grain: Grain
}

function channelOf(
  id: string,
  columns: ChannelColumns,
  table: SeriesTable,
  { warmUp, minorUnits, grain, saturation }: AsRead,
): ChannelSeries {
  const all = table.numbers(columns.spend, 0).map((amount) => Math.round(amount * minorUnits))
  const impressions = columns.impressions && table.numbers(columns.impressions, 0)
  return {
    id,
    spend: all.slice(warmUp),
    spendBefore: all.slice(0, warmUp),
    kernel: { kind: 'geometric', decay: 0.5, ...(grain === 'week' && { maxLag: MEMORY_WEEKS }) },
    curve: { kind: saturation, half: 1, slope: 1 },
    ...(impressions && {
      impressions: impressions.slice(warmUp),
      impressionsBefore: impressions.slice(0, warmUp),
    }),
    ...(columns.clicks && { clicks: table.numbers(columns.clicks, warmUp) }),
    ...(columns.attributed && { attributedOrders: table.numbers(columns.attributed, warmUp) }),
  }
}

/** So many minor units that rounding spend to them changes no answer: 100, or more where a unit is large. */
function minorUnitsOf(table: SeriesTable, { channels }: ReadColumns): number {
  const means = Object.values(channels).map(({ spend }) =>
    mean(table.numbers(spend, 0).filter((amount) => amount > 0)),
  )
  const least = Math.min(...means.filter((amount) => amount > 0))
  if (!Number.isFinite(least)) return 100
  return 10 ** Math.max(2, DIGITS - Math.floor(Math.log10(least)))
}

function worthOf(
  worth: string | number | undefined,
  periods: number,
  column: (name: string) => Float64Array,
  isMoney: boolean,
): Float64Array | undefined {
  if (typeof worth === 'string') return column(worth)
  if (worth !== undefined) return new Float64Array(periods).fill(worth)
  return isMoney ? new Float64Array(periods).fill(1) : undefined
}

/** A column of numbers is one event; one of words is an event a word. */
function eventsOf(column: string, table: SeriesTable, from: number): CalendarColumn[] {
  const words = table.words(column, from)
  if (words === undefined) return [eventColumn(column, table.numbers(column, from, true))]
  const names = [...new Set(words)]
    .filter((word) => !/^(|0|na|nan|none|null|no|false)$/i.test(word))
    .sort()
  return names.map((name) =>
    eventColumn(
      `${column}: ${name}`,
      Float64Array.from(words, (word) => (word === name ? 1 : 0)),
    ),
  )
}

function controlOf(name: string, values: Float64Array): CalendarColumn {
  const centre = mean(values)
  const spread = Math.sqrt(sum(values.map((value) => (value - centre) ** 2)) / values.length) || 1
  return { name, values: values.map((value) => (value - centre) / spread), sd: CONTROL_SD }
}
