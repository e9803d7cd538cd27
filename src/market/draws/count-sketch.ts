const LARGEST = 0xffffffff
const COUNT_BITS = 32

/**
 * Tallies of whole numbers in bins whose width grows with the number (the layout of HdrHistogram):
 * with a precision of p bits, numbers below 2^(p+1) are told apart exactly, above it there are 2^p
 * bins an octave. Its memory depends on the number of cells, never on how much is added, and
 * tallies of parts add up to the tally of the whole, in any order.
 */
export class CountSketch {
  readonly tallies: Uint32Array
  readonly #precision: number
  readonly #bins: number

  /** @param precision bits, 1 to 16 */
  constructor(cells: number, precision: number) {
    this.#precision = precision
    this.#bins = 2 ** (precision + 1) + (COUNT_BITS - precision - 1) * 2 ** precision
    this.tallies = new Uint32Array(cells * this.#bins)
  }

  /** A quantile is off by at most this share of itself: half a bin. */
  static relativeError(precision: number): number {
    return 1 / 2 ** (precision + 1)
  }

  /** @param count a whole number from 0 to 2^32 - 1; larger ones count as that */
  add(cell: number, count: number): void {
    this.tallies[cell * this.#bins + binOf(count, this.#precision)]! += 1
  }

  /** Adds the tallies of another sketch of as many cells and the same precision. */
  merge(tallies: Uint32Array): void {
    for (let i = 0; i < tallies.length; i++) this.tallies[i]! += tallies[i]!
  }

  /**
   * The smallest number that at least a share of what was added does not exceed.
   *
   * @param shares from 0 to 1, rising
   * @returns one number for each share; 0 where nothing was added
   */
  quantiles(cell: number, shares: readonly number[]): number[] {
    const row = this.tallies.subarray(cell * this.#bins, (cell + 1) * this.#bins)
    let total = 0
    for (const tally of row) total += tally
    let bin = 0
    let below = row[0]!
    return shares.map((share) => {
      const wanted = Math.max(1, Math.ceil(share * total))
      while (below < wanted && bin < this.#bins - 1) below += row[++bin]!
      return total === 0 ? 0 : middleOf(bin, this.#precision)
    })
  }
}

function binOf(count: number, precision: number): number {
  if (count < 2 << precision) return count
  const whole = Math.min(count, LARGEST)
  const shift = 31 - Math.clz32(whole) - precision
  return (shift << precision) + (whole >>> shift)
}

function middleOf(bin: number, precision: number): number {
  if (bin < 2 << precision) return bin
  const shift = (bin >>> precision) - 1
  const low = (bin - (shift << precision)) * 2 ** shift
  return low + Math.floor((2 ** shift - 1) / 2)
}
