import { partOf } from '../../money/round.js'
import { sum } from '../../numbers.js'

/** What one segment (a category, a plan) counts and comes to. */
export interface Segment {
  /** Items, subscribers: what there is more or less of. */
  readonly units: number
  readonly cents: number
}
export type Segments = ReadonlyMap<string, Segment>

/** Why an amount is another than its base; the four sum to the difference. */
export interface Variance {
  /** More or fewer units, at the base's amount by unit. */
  readonly volume_cents: number
  /** The units are of other segments than in the base, each at the base's amount by unit of its own. */
  readonly mix_cents: number
  /** Another amount by unit within segments. */
  readonly price_cents: number
  /** The whole of it where nothing counts units. */
  readonly other_cents: number
}

/**
 * Splits the difference between two amounts by a flexible budget: the base at the actual number of
 * units, then at the actual segments too, then the actual amount. Each part is the way from one of these
 * to the next, so the parts sum to the difference exactly. A segment that the base has not counts at the
 * base's average; where the base counts no units at all, everything is volume. (Horngren, Datar, Rajan:
 * Cost Accounting, chapters 7 and 14: flexible-budget, sales-quantity and sales-mix variances.)
 */
export function splitVariance(base: Segments, actual: Segments): Variance {
  const [from, to] = [total(base), total(actual)]
  if (from.units === 0) return { ...NOTHING, volume_cents: to.cents - from.cents }
  const flexed = partOf(from.cents, to.units, from.units)
  const mixed = sum(
    [...actual].map(([name, { units }]) => {
      const own = base.get(name)
      const at = own && own.units > 0 ? own : from
      return partOf(at.cents, units, at.units)
    }),
  )
  return {
    volume_cents: flexed - from.cents,
    mix_cents: mixed - flexed,
    price_cents: to.cents - mixed,
    other_cents: 0,
  }
}

/** The difference of two amounts behind which nothing counts units. */
export function unsplit(base: Segments, actual: Segments): Variance {
  return { ...NOTHING, other_cents: total(actual).cents - total(base).cents }
}

const NOTHING = { volume_cents: 0, mix_cents: 0, price_cents: 0, other_cents: 0 }

/** Segments together. */
export function total(segments: Segments): Segment {
  const all = [...segments.values()]
  return { units: sum(all.map(({ units }) => units)), cents: sum(all.map(({ cents }) => cents)) }
}
