import { allocate } from '../../money/allocate.js'

/** Weights are held in billionths, so every machine splits the same cents. */
const WEIGHT_UNIT = 1_000_000_000

/** Money on its way from the day it was paid to the days its clicks are born. */
export interface Release {
  /**
   * Parallel columns of what is released from the first day on, parts of 0 cents left out. Days
   * count from the first day of the spend; days paid before it are negative.
   */
  readonly spendDay: readonly number[]
  readonly releaseDay: readonly number[]
  readonly costCents: readonly number[]
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
  const book = new ReleaseBook(spendCents.length)
  const shares = allocate(WEIGHT_UNIT, weights)
  for (let day = 0 - pastSpendCents.length; day < spendCents.length; day++) {
    const cents = day < 0 ? pastSpendCents[pastSpendCents.length + day]! : spendCents[day]!
    if (cents === 0) continue
    const parts = isOwnDay(day) ? [cents] : allocate(cents, shares)
    for (let lag = 0; lag < parts.length; lag++) book.write(day, day + lag, parts[lag]!)
  }
  return book
}

class ReleaseBook implements Release {
  readonly spendDay: number[] = []
  readonly releaseDay: number[] = []
  readonly costCents: number[] = []
  readonly releasedCents: Float64Array
  openingInFlightCents = 0
  inFlightCents = 0

  constructor(days: number) {
    this.releasedCents = new Float64Array(days)
  }

  write(spendDay: number, releaseDay: number, cents: number): void {
    if (cents === 0 || releaseDay < 0) return
    this.spendDay.push(spendDay)
    this.releaseDay.push(releaseDay)
    this.costCents.push(cents)
    if (spendDay < 0) this.openingInFlightCents += cents
    if (releaseDay < this.releasedCents.length) this.releasedCents[releaseDay]! += cents
    else this.inFlightCents += cents
  }
}
