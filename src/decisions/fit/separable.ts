import type { Moments } from './gibbs.js'
import type { ChannelGrid } from './response.js'
import { indexOfMost } from './summary.js'

const ALIKE = 0.999

/** Pairs of channels whose likeliest responses, whitened, are all but one line. */
export function inseparablePairs(
  { offsets, gram }: Moments,
  grids: readonly ChannelGrid[],
  ids: readonly string[],
): (readonly [string, string])[] {
  const count = offsets.at(-1)!
  const at = grids.map(({ logPrior }, c) => offsets[c]! + indexOfMost(logPrior))
  const product = (i: number, j: number) => gram[at[i]! * count + at[j]!]!
  return ids.flatMap((a, i) =>
    ids.slice(i + 1).flatMap((b, k) => {
      const j = i + 1 + k
      const scale = Math.sqrt(product(i, i) * product(j, j))
      return scale > 0 && product(i, j) / scale > ALIKE ? [[a, b] as const] : []
    }),
  )
}
