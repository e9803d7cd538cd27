import { InputError } from '../../errors.js'
import { roundHalfAway } from '../../money/round.js'
import type { SpendPlanTable } from '../../stage.js'
import { dateOf } from '../../time/calendar.js'
import { readDay } from './observed-spend.js'
import { type PlannedChannel, placeSpend } from './place-spend.js'
import { planPlace, rowsOf } from './plan-rows.js'

/** Days from one date to another, YYYY-MM-DD, both included. Default: the plan's first and last. */
export interface DateRange {
  readonly from?: string
  readonly to?: string
}

/** One cell in which two plans differ. */
export interface PlanDifference {
  readonly channel: string
  readonly date: string
  readonly spend_cents: number
  readonly other_cents: number
  /** The other less this. */
  readonly change_cents: number
}

/** What a plan is made of. */
export interface PlanParts {
  readonly firstDay: number
  readonly days: number
  readonly channels: readonly PlannedChannel[]
  /** Integer cents by channel id and day. */
  readonly spendCents: Readonly<Record<string, ArrayLike<number>>>
}

/**
 * Daily spend of every paid channel over the horizon: a decision, to the cent. A plan never
 * changes: each method returns another plan.
 */
export class SpendPlan {
  readonly #parts: PlanParts

  constructor(parts: PlanParts) {
    this.#parts = parts
  }

  /** The paid channels. */
  get channels(): readonly string[] {
    return this.#paid.map(({ id }) => id)
  }

  get firstDate(): string {
    return dateOf(this.#parts.firstDay)
  }

  get lastDate(): string {
    return dateOf(this.#parts.firstDay + this.#parts.days - 1)
  }

  /**
   * Multiplies each day's spend of a channel, in whole cents, half away from zero.
   *
   * @param factor >= 0; 0.5 halves
   * @throws InputError on an unknown channel, factor or date
   */
  scale(channel: string, factor: number, range: DateRange = {}): SpendPlan {
    if (!(factor >= 0 && Number.isFinite(factor))) {
      throw new InputError(
        `plan.scale: got a factor of ${factor}, allowed numbers >= 0. Half is 0.5.`,
      )
    }
    return this.#changed(channel, range, (cents) => roundHalfAway(cents * factor))
  }

  /** Spends nothing on a channel over a range. */
  pause(channel: string, range: DateRange = {}): SpendPlan {
    return this.#changed(channel, range, () => 0)
  }

  /**
   * Replaces the spend of the cells that a table names; the others stay.
   *
   * @param changes columns, or any table with `objects()`, of channel, date (YYYY-MM-DD) and spend_cents
   * @throws InputError naming the row and what is wrong with it
   */
  set(changes: SpendPlanTable | { objects(): object[] }): SpendPlan {
    const rows = rowsOf(changes)
    const { firstDay, days, channels } = this.#parts
    placeSpend(rows, { firstDay, days, channels, place: planPlace })
    const spendCents = Object.fromEntries(
      this.channels.map((id) => [id, Float64Array.from(this.#parts.spendCents[id]!)]),
    )
    for (const { channel, day, spendCents: cents } of rows)
      spendCents[channel]![day - firstDay] = cents
    return new SpendPlan({ ...this.#parts, spendCents })
  }

  /** What is spent in all, or by one channel. */
  totalCents(channel?: string): number {
    const ids = channel === undefined ? this.channels : [this.#known(channel)]
    let total = 0
    for (const id of ids) {
      for (const cents of Array.from(this.#parts.spendCents[id]!)) total += cents
    }
    return total
  }

  /** The cells in which another plan differs; a cell that the other lacks counts as 0 there. */
  diff(other: SpendPlan): PlanDifference[] {
    const { channel, date, spend_cents } = this.columns()
    return channel.flatMap((id, i) => {
      const cents = spend_cents[i]!
      const others = other.#centsOn(id, this.#parts.firstDay + (i % this.#parts.days))
      if (others === cents) return []
      return [
        {
          channel: id,
          date: date[i]!,
          spend_cents: cents,
          other_cents: others,
          change_cents: others - cents,
        },
      ]
    })
  }

  /** One row for each paid channel and day, by columns. */
  columns(): SpendPlanTable {
    const { firstDay, days, spendCents } = this.#parts
    const dates = Array.from({ length: days }, (_, t) => dateOf(firstDay + t))
    return {
      channel: this.channels.flatMap((id) => new Array<string>(days).fill(id)),
      date: this.channels.flatMap(() => dates),
      spend_cents: this.channels.flatMap((id) => Array.from(spendCents[id]!)),
    }
  }

  get #paid(): readonly PlannedChannel[] {
    return this.#parts.channels.filter(({ isPaid }) => isPaid)
  }

  #centsOn(channel: string, day: number): number {
    return this.#parts.spendCents[channel]?.[day - this.#parts.firstDay] ?? 0
  }

  #known(channel: string): string {
    if (this.channels.includes(channel)) return channel
    throw new InputError(`plan: got channel '${channel}', allowed ${this.channels.join(', ')}.`)
  }

  #changed(channel: string, range: DateRange, change: (cents: number) => number): SpendPlan {
    const id = this.#known(channel)
    const { firstDay } = this.#parts
    const from = this.#dayIn(range.from ?? this.firstDate, 'from') - firstDay
    const to = this.#dayIn(range.to ?? this.lastDate, 'to') - firstDay
    const changed = Float64Array.from(this.#parts.spendCents[id]!, (cents, t) =>
      t >= from && t <= to ? change(cents) : cents,
    )
    return new SpendPlan({
      ...this.#parts,
      spendCents: { ...this.#parts.spendCents, [id]: changed },
    })
  }

  #dayIn(date: string, end: string): number {
    const day = readDay(date, () => `plan range, ${end}`)
    if (date >= this.firstDate && date <= this.lastDate) return day
    throw new InputError(
      `plan range, ${end}: got ${date}, allowed ${this.firstDate}..${this.lastDate}.`,
    )
  }
}
