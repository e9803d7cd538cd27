import { allocate } from '../../money/allocate.js'
import { allocator } from '../../money/allocator.js'

/** Weights are held in billionths, so every machine splits the same cents. */
const WEIGHT_UNIT = 1_000_000_000

/** Money on its way from the day it was paid to the days its clicks are born. */
export interface Release {
  /**
   * Parallel columns of what is released from the first day on, parts of 0 cents left out. Days
   * count from the first day of the spend; days paid before it are negative.
   */
  readonly spendDay: Int32Array
  readonly releaseDay: Int32Array
  readonly costCents: Float64Array
  /** Money released on each day of the horizon. */
  readonly releasedCents: Float64Array
  /** Money paid before the first day and released from then on. */
  readonly openingInFlightCents: number
  /** Money whose release falls after the horizon. */
  readonly inFlightCents: number
}

export interface ReleaseOptions {
  /** Spend of the days before the first, oldest first. Default none. */
  readonly pastSpendCents?: ArrayLike<number>
  /** Days whose money is released at once, where it is known which clicks it bought. Default none. */
  readonly isOwnDay?: (day: number) => boolean
}

/**
 * Splits each day's spend over its release days by the kernel's weights, by largest remainder.
 * Opening in flight + spend = released + in flight, to the cent.
 *
 * @param spendCents integer cents by day
 * @param weights the kernel's weights, today first
 */
export function releaseSpend(
  spendCents: ArrayLike<number>,
  weights: ArrayLike<number>,
  { pastSpendCents = [], isOwnDay = () => false }: ReleaseOptions = {},
): Release {
  const split = allocator(allocate(WEIGHT_UNIT, weights))
  const paidDays = pastSpendCents.length + spendCents.length
  const book = new ReleaseBook(spendCents.length, paidDays * weights.length)
  for (let day = 0 - pastSpendCents.length; day < spendCents.length; day++) {
    const cents = day < 0 ? pastSpendCents[pastSpendCents.length + day]! : spendCents[day]!
    if (cents === 0) continue
    if (isOwnDay(day)) {
      book.write(day, day, cents)
      continue
    }
    const parts = split(cents)
    for (let lag = 0; lag < parts.length; lag++) book.write(day, day + lag, parts[lag]!)
  }
  return book.closed()
}

class ReleaseBook {
  readonly #spendDay: Int32Array
  readonly #releaseDay: Int32Array
  readonly #costCents: Float64Array
  readonly #releasedCents: Float64Array
  #parts = 0
  #openingInFlightCents = 0
  #inFlightCents = 0

  constructor(days: number, mostParts: number) {
    this.#spendDay = new Int32Array(mostParts)
    this.#releaseDay = new Int32Array(mostParts)
    this.#costCents = new Float64Array(mostParts)
    this.#releasedCents = new Float64Array(days)
  }

  write(spendDay: number, releaseDay: number, cents: number): void {
    if (cents === 0 || releaseDay < 0) return
    const part = this.#parts++
    this.#spendDay[part] = spendDay
    this.#releaseDay[part] = releaseDay
    this.#costCents[part] = cents
    if (spendDay < 0) this.#openingInFlightCents += cents
    if (releaseDay < this.#releasedCents.length) this.#releasedCents[releaseDay]! += cents
    else this.#inFlightCents += cents
  }

  closed(): Release {
    return {
      spendDay: this.#spendDay.slice(0, this.#parts),
      releaseDay: this.#releaseDay.slice(0, this.#parts),
      costCents: this.#costCents.slice(0, this.#parts),
      releasedCents: this.#releasedCents,
      openingInFlightCents: this.#openingInFlightCents,
      inFlightCents: this.#inFlightCents,
    }
  }
}
