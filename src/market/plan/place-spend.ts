import { InputError } from '../../errors.js'
import { dateOf } from '../../time/calendar.js'

/** One channel on one day, as a plan or a file states it. */
export interface SpendRow {
  readonly channel: string
  /** What a file calls the channel. */
  readonly channelName?: string
  readonly day: number
  readonly spendCents: number
  readonly impressions?: number
  readonly clicks?: number
}

/** A channel as far as a plan must know it. */
export interface PlannedChannel {
  readonly id: string
  readonly isPaid: boolean
}

/** The days and channels that a plan may speak of. */
export interface PlanFrame {
  readonly firstDay: number
  readonly days: number
  readonly channels: readonly PlannedChannel[]
  /** Says where a row stands and which of its columns is meant, e.g. `plan, row 3, column date`. */
  readonly place: (row: number, column: string) => string
}

/** Spend by channel and day, and what was observed; NaN where nothing was. */
export interface PlacedSpend {
  readonly spendCents: Record<string, Float64Array>
  readonly impressions: Record<string, Float64Array>
  readonly clicks: Record<string, Float64Array>
}

/** Which days have a line of their own, by channel. */
export interface Lines {
  readonly hasLine: Readonly<Record<string, readonly boolean[]>>
}

/**
 * Puts rows where they belong. Every row finds its place or is refused, so the sum of the rows is
 * what is spent.
 *
 * @throws InputError on an unknown channel, a day outside the horizon, a day stated twice, or spend
 *   of a channel that is not paid
 */
export function placeSpend(rows: readonly SpendRow[], frame: PlanFrame): PlacedSpend & Lines {
  const { firstDay, days, channels } = frame
  const table = (start: number) =>
    Object.fromEntries(channels.map(({ id }) => [id, new Float64Array(days).fill(start)]))
  const placed = { spendCents: table(NaN), impressions: table(NaN), clicks: table(NaN) }
  rows.forEach((row, i) => {
    checkRow(row, i, frame)
    const t = row.day - firstDay
    if (!Number.isNaN(placed.spendCents[row.channel]![t])) {
      throw new InputError(
        `${frame.place(i, 'date')}: ${dateOf(row.day)} of ${row.channel} stands there twice. Keep one line for each channel and day.`,
      )
    }
    placed.spendCents[row.channel]![t] = row.spendCents
    placed.impressions[row.channel]![t] = row.impressions ?? NaN
    placed.clicks[row.channel]![t] = row.clicks ?? NaN
  })
  const hasLine: Record<string, boolean[]> = {}
  for (const [id, cents] of Object.entries(placed.spendCents)) {
    hasLine[id] = Array.from(cents, (value) => !Number.isNaN(value))
    cents.forEach((value, t) => {
      if (Number.isNaN(value)) cents[t] = 0
    })
  }
  return { ...placed, hasLine }
}

/**
 * Fills the days without a line of channels whose every line counts clicks (or impressions): who
 * counts them and has no line for a day counted none.
 */
export function withoutGaps(placed: PlacedSpend & Lines): PlacedSpend {
  const filled = (counts: Readonly<Record<string, Float64Array>>) =>
    Object.fromEntries(
      Object.entries(counts).map(([id, values]) => {
        const hasLine = placed.hasLine[id]!
        const isCounted = values.some((value) => !Number.isNaN(value))
        const isWhole = values.every((value, t) => !hasLine[t] || !Number.isNaN(value))
        if (!isCounted || !isWhole) return [id, values]
        return [id, values.map((value, t) => (hasLine[t] ? value : 0))]
      }),
    )
  return { ...placed, impressions: filled(placed.impressions), clicks: filled(placed.clicks) }
}

function checkRow(row: SpendRow, i: number, { firstDay, days, channels, place }: PlanFrame): void {
  const channel = channels.find(({ id }) => id === row.channel)
  if (!channel) {
    const allowed = channels.map(({ id }) => id).join(', ')
    throw new InputError(
      `${place(i, 'channel')}: got '${row.channel}', allowed ${allowed}. Declare other channels under market.channels.`,
    )
  }
  if (!channel.isPaid && row.spendCents > 0) {
    throw new InputError(
      `${place(i, 'spend')}: ${row.channel} is not paid, allowed no spend. Set market.channels.${row.channel}.is_paid to true.`,
    )
  }
  if (row.day < firstDay || row.day >= firstDay + days) {
    const bound = row.day < firstDay ? 'market.first_date' : 'market.last_date'
    throw new InputError(
      `${place(i, 'date')}: got ${dateOf(row.day)}, allowed ${dateOf(firstDay)}..${dateOf(firstDay + days - 1)}, the days of the orders. Remove the line, or set ${bound} to ${dateOf(row.day)} or beyond.`,
    )
  }
}
