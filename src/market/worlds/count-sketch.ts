/** Counts below this are told apart exactly. */
const EXACT = 128
const PARTS_PER_OCTAVE = 64
const BINS = EXACT + 25 * PARTS_PER_OCTAVE
const LARGEST = 0xffffffff

/**
 * Tallies of whole numbers in bins whose width grows with the number (the layout of HdrHistogram):
 * exact below 128, above it 64 bins an octave. Its memory depends on the number of cells, never on
 * how much is added, and tallies of parts add up to the tally of the whole, in any order.
 */
export class CountSketch {
  /** A quantile is off by at most this share of itself: half a bin. */
  static readonly relativeError = 1 / (2 * PARTS_PER_OCTAVE)

  readonly tallies: Uint32Array

  constructor(readonly cells: number) {
    this.tallies = new Uint32Array(cells * BINS)
  }

  /** @param count a whole number from 0 to 2^32 - 1; larger ones count as that */
  add(cell: number, count: number): void {
    this.tallies[cell * BINS + binOf(count)]! += 1
  }

  /** Adds the tallies of another sketch of as many cells. */
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
    const row = this.tallies.subarray(cell * BINS, (cell + 1) * BINS)
    let total = 0
    for (const tally of row) total += tally
    let bin = 0
    let below = row[0]!
    return shares.map((share) => {
      const wanted = Math.max(1, Math.ceil(share * total))
      while (below < wanted && bin < BINS - 1) below += row[++bin]!
      return total === 0 ? 0 : middleOf(bin)
    })
  }
}

function binOf(count: number): number {
  if (count < EXACT) return count
  const whole = Math.min(count, LARGEST)
  const octave = 31 - Math.clz32(whole)
  return EXACT + (octave - 7) * PARTS_PER_OCTAVE + ((whole >>> (octave - 6)) - PARTS_PER_OCTAVE)
}

function middleOf(bin: number): number {
  if (bin < EXACT) return bin
  const octave = Math.floor((bin - EXACT) / PARTS_PER_OCTAVE) + 7
  const part = (bin - EXACT) % PARTS_PER_OCTAVE
  const width = 2 ** (octave - 6)
  return (PARTS_PER_OCTAVE + part) * width + Math.floor((width - 1) / 2)
}
