/**
 * The one rounding rule of the house: half away from zero.
 *
 * @param value any finite number (fractions of a cent, of a click, ...)
 * @returns the nearest integer; -2.5 gives -3, 2.5 gives 3
 */
export function roundHalfAway(value: number): number {
  if (!Number.isFinite(value)) {
    throw new RangeError(`roundHalfAway: got ${value}, allowed any finite number`)
  }
  const rounded = Math.sign(value) * Math.round(Math.abs(value))
  return rounded === 0 ? 0 : rounded
}

/**
 * floor(a * b / c) for non-negative integers, exact beyond 2^53. A quotient of safe integers never rounds up to the
 * next whole number: what it lacks is at least 1 / c, and half the step of doubles there is less.
 *
 * @param a non-negative integer
 * @param b non-negative integer
 * @param c positive integer
 */
export function mulDivFloor(a: number, b: number, c: number): number {
  const product = a * b
  if (product <= Number.MAX_SAFE_INTEGER) return Math.floor(product / c)
  return Number((BigInt(a) * BigInt(b)) / BigInt(c))
}

/**
 * A part of an amount: amount * part / whole, rounded half away from zero. Exact integers.
 *
 * @param amountCents integer cents, any sign
 * @param part non-negative integer
 * @param whole positive integer
 */
export function partOf(amountCents: number, part: number, whole: number): number {
  const size = mulDivFloor(2 * Math.abs(amountCents), part, whole)
  const rounded = Math.floor((size + 1) / 2)
  return amountCents < 0 && rounded !== 0 ? -rounded : rounded
}

/**
 * A share of an amount: amount * bps / 10,000, rounded half away from zero. Exact integers.
 *
 * @param amountCents integer cents, any sign
 * @param rateBps integer basis points, >= 0; 10,000 is the whole
 */
export function shareOf(amountCents: number, rateBps: number): number {
  return partOf(amountCents, rateBps, 10_000)
}
