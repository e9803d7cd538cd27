import type { Assumptions } from '../../assumptions/index.js'
import { readChannels } from '../../market/channel.js'
import { adstockWeights } from '../../response/kernel.js'

/** What one channel's market remembers of an impression after so many days. */
export interface MemoryWeight {
  readonly channel: string
  readonly lag_days: number
  /** Share of the whole, in millionths. */
  readonly weight_millionths: number
}

/** The memory kernel of every channel, day by day. */
export function memoryKernels({ assumptions }: { assumptions: Assumptions }): MemoryWeight[] {
  return readChannels(assumptions).flatMap(({ id, kernel }) =>
    Array.from(adstockWeights(kernel), (weight, lag) => ({
      channel: id,
      lag_days: lag,
      weight_millionths: Math.round(weight * 1e6),
    })),
  )
}
