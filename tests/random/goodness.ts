/** Kolmogorov-Smirnov: the largest gap between a sample's distribution and a stated one. */
export function largestGap(sample: readonly number[], share: (x: number) => number): number {
  const sorted = Float64Array.from(sample).sort()
  let gap = 0
  sorted.forEach((x, i) => {
    const expected = share(x)
    gap = Math.max(gap, expected - i / sorted.length, (i + 1) / sorted.length - expected)
  })
  return gap
}

/** The largest gap between a sample and the uniform distribution on (0, 1). */
export function uniformGap(sample: readonly number[]): number {
  return largestGap(sample, (x) => x)
}

/** Pearson's chi-square of counts against expected counts. */
export function chiSquare(counts: readonly number[], expected: readonly number[]): number {
  return counts.reduce((sum, count, i) => sum + (count - expected[i]!) ** 2 / expected[i]!, 0)
}

/** The value that a chi-square exceeds with probability 1%: Wilson and Hilferty (1931). */
export function chiSquareLimit(degrees: number): number {
  const h = 2 / (9 * degrees)
  return degrees * (1 - h + 2.326 * Math.sqrt(h)) ** 3
}

/** Share of the standard normal distribution below z, within 1.5e-7: Abramowitz and Stegun 7.1.26. */
export function normalShare(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2)
  const poly =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const tail = (poly * Math.exp(-(z * z) / 2)) / 2
  return z > 0 ? 1 - tail : tail
}
