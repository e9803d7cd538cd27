import { delayed, exposureOf, saturated } from './column.js'
import type { ChannelSeries, GridPoint } from './data.js'

/** Grid points that differ only in their wait, and so share everything before it. */
export interface SharedPoints {
  readonly point: GridPoint
  /** Indices into the points that were given. */
  readonly members: readonly number[]
}

/** Groups grid points by memory, saturation and season. */
export function sharedPoints(points: readonly GridPoint[]): SharedPoints[] {
  const groups: { point: GridPoint; members: number[] }[] = []
  for (const [i, point] of points.entries()) {
    const { kernel, curve, half, season } = point
    const group = groups.find(
      ({ point: other }) =>
        other.kernel === kernel &&
        other.curve === curve &&
        other.half === half &&
        other.season === season,
    )
    if (group === undefined) groups.push({ point, members: [i] })
    else group.members.push(i)
  }
  return groups
}

/** What `responseColumn` gives for each of many grid points, to the bit, with the work they share done once. */
export function responseColumns(
  channel: ChannelSeries,
  points: readonly GridPoint[],
  spend: Float64Array = channel.spend,
): Float64Array[] {
  const columns = new Array<Float64Array>(points.length)
  const exposures = new Map<GridPoint['kernel'], Float64Array>()
  for (const { point, members } of sharedPoints(points)) {
    const exposure = exposures.get(point.kernel) ?? exposureOf(channel, point.kernel, spend)
    exposures.set(point.kernel, exposure)
    const seasonal = saturated(channel, point, exposure)
    for (let t = 0; t < seasonal.length; t++) seasonal[t]! *= point.season[t]!
    for (const i of members) {
      const { wait, scale } = points[i]!
      columns[i] = delayed(seasonal, wait).map((z) => z * scale)
    }
  }
  return columns
}
