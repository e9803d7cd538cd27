import { numberOf, type SourceRow } from '../source.js'
import { extent, niceStep } from './scale.js'

/** One bar of a histogram, in drawn units. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

export interface BinOptions {
  readonly value: string
  /** Column of how often each value occurs. Default: once each. */
  readonly count?: string | undefined
  /** Bars to aim at. */
  readonly bins: number
  /** Stored values shown apart; what lies beyond counts in the first and the last bar. */
  readonly range?: readonly [low: number, high: number] | undefined
  /** What stored values are divided by to be drawn. */
  readonly divisor: number
}

interface Weighted {
  readonly value: number
  readonly weight: number
}

/**
 * Counts values in bars of one round width whose edges are multiples of it. Whole numbers in bars
 * of width one stand in the middle of theirs.
 */
export function countBins(rows: readonly SourceRow[], options: BinOptions): Bin[] {
  const weighted = readWeighted(rows, options)
  if (weighted.length === 0) return []
  const values = weighted.map(({ value }) => value)
  const [min, max] = extent(values, false)
  const rough = (max - min) / options.bins || 1
  const whole = values.every(Number.isInteger)
  const step = whole ? Math.max(1, niceStep(rough)) : niceStep(rough)
  const shift = whole && step === 1 ? 0.5 : 0
  const place = (value: number) => Math.floor(value / step + shift + 1e-9)
  const last = Math.max(place(min), shift > 0 ? place(max) : Math.ceil(max / step - 1e-9) - 1)
  const counts = new Array<number>(last - place(min) + 1).fill(0)
  for (const { value, weight } of weighted) {
    counts[Math.min(place(value), last) - place(min)]! += weight
  }
  return counts.map((count, i) => {
    const from = (place(min) + i - shift) * step
    return { from, to: from + step, count }
  })
}

function readWeighted(
  rows: readonly SourceRow[],
  { value, count, range, divisor }: BinOptions,
): Weighted[] {
  const [low, high] = range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  return rows.flatMap((row) => {
    const stored = numberOf(row[value], value)
    if (stored === null) return []
    const weight = count === undefined ? 1 : (numberOf(row[count], count) ?? 0)
    return [{ value: Math.min(high, Math.max(low, stored)) / divisor, weight }]
  })
}
