import { allocate } from '../../money/allocate.js'

/** Weights are held in billionths, so every machine splits the same cents. */
const WEIGHT_UNIT = 1_000_000_000

/** Money on its way from the day it was paid to the days its clicks are born. */
export interface Release {
  /** Parallel columns, parts of 0 cents left out; days count from the first day of the spend. */
  readonly spendDay: number[]
  readonly releaseDay: number[]
  readonly costCents: number[]
  /** Money released on each day of the horizon. */
  readonly releasedCents: Float64Array
  /** Money whose release falls after the horizon. */
  readonly inFlightCents: number
}

/**
 * Splits each day's spend over its release days by the kernel's weights, by largest remainder.
 * Spend = released + in flight, to the cent.
 *
 * @param spendCents integer cents by day
 * @param weights the kernel's weights, today first
 */
export function releaseSpend(spendCents: ArrayLike<number>, weights: ArrayLike<number>): Release {
  const shares = allocate(WEIGHT_UNIT, weights)
  const release: Release & { inFlightCents: number } = {
    spendDay: [],
    releaseDay: [],
    costCents: [],
    releasedCents: new Float64Array(spendCents.length),
    inFlightCents: 0,
  }
  for (let day = 0; day < spendCents.length; day++) {
    if (spendCents[day] === 0) continue
    const parts = allocate(spendCents[day]!, shares)
    for (let lag = 0; lag < parts.length; lag++) {
      if (parts[lag]! > 0) record(release, day, day + lag, parts[lag]!)
    }
  }
  return release
}

function record(
  release: Release & { inFlightCents: number },
  spendDay: number,
  releaseDay: number,
  cents: number,
): void {
  release.spendDay.push(spendDay)
  release.releaseDay.push(releaseDay)
  release.costCents.push(cents)
  if (releaseDay < release.releasedCents.length) release.releasedCents[releaseDay]! += cents
  else release.inFlightCents += cents
}
