import type { ChannelColumns, SeriesColumns } from './map.js'

/** What the headers of a file say by their common names. */
export interface GuessedColumns extends SeriesColumns {
  /** Why a column that nothing reads is left out. */
  readonly why: (column: string) => string
}

const DATES = [
  'date',
  'day',
  'ds',
  'dt',
  'week',
  'time',
  'date_week',
  'week_start',
  'week_of',
  'week_beginning',
  'week_start_date',
  'order_date',
  'purchase_date',
]
const OUTCOMES = [
  'outcome',
  'y',
  'orders',
  'conversions',
  'purchases',
  'transactions',
  'bookings',
  'kpi',
  'target',
  'units',
  'sales',
  'revenue',
  'gmv',
  'turnover',
  'net_sales',
  'gross_sales',
  'net_revenue',
]
/** Outcomes that are amounts of money by their name. */
const MONEY = /revenue|gmv|turnover|net_sales|gross_sales/
const CALENDAR =
  /^(t|index|row|id|trend|year|quarter|month|week|weekday|day|day_?of_?(year|month|week)|week_?(number|of_?year)|season.*|fourier.*|sin_?.*|cos_?.*)$/
const WORTH = /^(revenue|value|margin|profit|contribution)_per_\w+$/
const EVENTS = /^(event|holiday|promo|promotion|is_event|is_holiday)s?(_|$)|_(event|holiday|promo)$/
const CONTROLS = /^(control|ctrl)_|_(control|ctrl)$|^(price|temperature|competitor|discount)/

type Measure = keyof ChannelColumns
const MEASURES: readonly (readonly [Measure, string])[] = [
  ['spend', 'spend|spent|ad_?spend|costs?|investment|media_?cost'],
  ['impressions', 'impressions?|impr|imps|views|grps?'],
  ['clicks', 'clicks?'],
  ['attributed', 'attributed(?:_(?:orders|conversions|revenue|sales))?'],
]
/** As Robyn writes them: tv_S, facebook_I, search_clicks_P is left to a map. */
const SHORT: readonly (readonly [Measure, RegExp])[] = [
  ['spend', /^(.+)_S$/],
  ['impressions', /^(.+)_I$/],
  ['clicks', /^(.+)_C$/],
]

/** Whether an outcome of this name is an amount of money. */
export function isMoneyName(column: string): boolean {
  return MONEY.test(plain(column))
}

/**
 * Reads common headers: a date, an outcome, `<channel>_spend` with `_impressions` and `_clicks`, or
 * `x1`, `x2`; events, controls, and what one unit of the outcome is worth.
 *
 * @param taken columns that a map names already
 */
export function guessColumns(
  header: readonly string[],
  taken: ReadonlySet<string>,
): GuessedColumns {
  const free = header.filter((column) => !taken.has(column))
  const named = (names: readonly string[]) =>
    names.map((name) => free.find((column) => plain(column) === name)).find(Boolean)
  const date = named(DATES)
  const outcome = named(OUTCOMES)
  const worth = free.find((column) => WORTH.test(plain(column)))
  const rest = free.filter((column) => ![date, outcome, worth].includes(column))
  const channels = channelsOf(rest)
  const ofChannels = new Set(Object.values(channels).flatMap((columns) => Object.values(columns)))
  const others = rest.filter((column) => !ofChannels.has(column))
  const events = others.filter((column) => EVENTS.test(plain(column)))
  const controls = others.filter(
    (column) => CONTROLS.test(plain(column)) && !events.includes(column),
  )
  return {
    ...(date && { date }),
    ...(outcome && { outcome }),
    ...(worth && { worth }),
    channels,
    events,
    controls,
    why: whyLeftOut,
  }
}

function channelsOf(columns: readonly string[]): Record<string, ChannelColumns> {
  const found: Record<string, { -readonly [M in Measure]?: string }> = {}
  for (const column of columns) {
    const read = measureOf(column)
    if (read) found[read.channel] = { [read.measure]: column, ...found[read.channel] }
  }
  return Object.fromEntries(
    Object.entries(found).filter(([, { spend }]) => spend !== undefined),
  ) as Record<string, ChannelColumns>
}

function measureOf(column: string): { channel: string; measure: Measure } | undefined {
  for (const [measure, pattern] of SHORT) {
    const match = pattern.exec(column)
    if (match) return { channel: plain(match[1]!), measure }
  }
  const name = plain(column)
  for (const [measure, words] of MEASURES) {
    const match = new RegExp(`^(?:(.+?)_(?:${words})|(?:${words})_(.+))$`).exec(name)
    if (match) return { channel: (match[1] ?? match[2])!, measure }
  }
  return /^(x|media|channel)_?\d+$/.test(name) ? { channel: name, measure: 'spend' } : undefined
}

function whyLeftOut(column: string): string {
  const name = plain(column)
  if (CALENDAR.test(name)) return 'trend, weekdays and season are part of every fit'
  if (measureOf(column)) return 'its channel has no column of spend'
  return 'unknown: name it under channels, controls or events of a map to use it'
}

function plain(column: string): string {
  return column
    .trim()
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase()
}
