/** A range with round ends and the round values between them. */
export interface NiceScale {
  readonly low: number
  readonly high: number
  readonly step: number
  readonly ticks: readonly number[]
}

export interface NiceOptions {
  /** How many steps to aim at. */
  readonly count: number
  /** The least step, e.g. 1 for whole numbers. Default 0: any. */
  readonly least?: number
}

/** A round range around some numbers, in steps of 1, 2 or 5 times a power of ten. */
export function niceScale(min: number, max: number, { count, least = 0 }: NiceOptions): NiceScale {
  const [from, to] = min === max ? widened(min) : [min, max]
  const step = Math.max(least, niceStep((to - from) / count))
  const first = Math.floor(from / step + 1e-9)
  const last = Math.ceil(to / step - 1e-9)
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step))
  return { low: ticks[0]!, high: ticks.at(-1)!, step, ticks }
}

/** A range of no width gets some: from zero, or one up from zero itself. */
function widened(value: number): [number, number] {
  if (value === 0) return [0, 1]
  return value > 0 ? [0, value] : [value, 0]
}

/** The round step nearest above: 1, 2 or 5 times a power of ten. */
export function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / power
  return tidy((lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power)
}

/** Without the dust of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

/** Least and greatest of some numbers; zero among them when asked, and when there are none. */
export function extent(values: Iterable<number>, zero: boolean): [number, number] {
  let min = zero ? 0 : Number.POSITIVE_INFINITY
  let max = zero ? 0 : Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < min) min = value
    if (value > max) max = value
  }
  return min > max ? [0, 0] : [min, max]
}
