const MOST_STEPS = 12
/** The flip is found to this share of the range. */
const EXACT = 1 / 500

/** A value and how far it stands from the change: at least 0 on one side, below 0 on the other. */
export interface Point {
  readonly value: number
  readonly margin: number
}

/**
 * Where a verdict changes between two values: the root of its margin. False position and halving take turns, so a
 * straight margin is found at once, and any other, a jump too, within a bracket that shrinks.
 *
 * @param from a value and its margin; `to` has a margin on the other side of 0
 */
export async function flipBetween(
  from: Point,
  to: Point,
  margin: (value: number) => Promise<number>,
): Promise<number> {
  let [a, b] = [from, to]
  const near = Math.abs(to.value - from.value) * EXACT
  for (let step = 0; step < MOST_STEPS && Math.abs(b.value - a.value) > near; step++) {
    const share = step % 2 === 0 ? a.margin / (a.margin - b.margin) : 0.5
    const value = a.value + share * (b.value - a.value)
    const found = { value, margin: await margin(value) }
    if (found.margin === 0 || value === a.value || value === b.value) return value
    if (isAbove(found) === isAbove(b)) b = found
    else a = found
  }
  return Math.abs(a.margin) < Math.abs(b.margin) ? a.value : b.value
}

const isAbove = ({ margin }: Point) => margin >= 0
