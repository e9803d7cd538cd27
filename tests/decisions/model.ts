import { responseColumn } from '../../src/decisions/column.js'
import type { CausalModel, ChannelSeries, GridPoint } from '../../src/decisions/data.js'
import { normal } from '../../src/random/distributions.js'
import { KeyedStream } from '../../src/random/stream.js'

export interface ModelOptions {
  readonly channels?: readonly string[]
  readonly periods?: number
  readonly draws?: number
  readonly grid?: number
  readonly seed?: number
  /** Slope of a Hill curve; 1 is Michaelis-Menten. Default 1. */
  readonly slope?: number
  /** Factor of all spend: another currency. Default 1. */
  readonly currency?: number
}

/** A model with every moving part, whose channels depend on their own names only. */
export function exampleModel(options: ModelOptions = {}): CausalModel {
  const { channels = ['a', 'b', 'c'], periods = 120, draws = 60, grid = 6, seed = 1 } = options
  const { slope = 1, currency = 1 } = options
  const made = channels.map((id) => exampleChannel(id, { periods, grid, seed, slope, currency }))
  const luck = (id: string, purpose: string) => new KeyedStream({ seed, channel: id, purpose })
  const incremental = new Float64Array(draws * channels.length)
  const gridPoint = new Int32Array(draws * channels.length)
  for (const [c, id] of channels.entries()) {
    const level = 4 + 10 * luck(id, 'level').at(0).uniform()
    for (let d = 0; d < draws; d++) {
      incremental[d * channels.length + c] = level * Math.exp(0.4 * normal(luck(id, 'b').at(d)))
      gridPoint[d * channels.length + c] = Math.floor(grid * luck(id, 'k').at(d).uniform())
    }
  }
  const orders = new Float64Array(periods).map((_, t) =>
    Math.round(90 + 40 * luck('', 'orders').at(t).uniform()),
  )
  return {
    data: {
      grain: 'day',
      firstDay: 17_045,
      orders,
      channels: made.map(({ channel }) => channel),
      calendar: [],
      spendSource: 'observed',
      liftTests: [],
    },
    grids: made.map(({ points }) => points),
    posterior: { channels, draws, incremental, gridPoint },
    expected: orders.map((count, t) => count * (0.9 + 0.2 * luck('', 'expected').at(t).uniform())),
  }
}

function exampleChannel(
  id: string,
  options: { periods: number; grid: number; seed: number; slope: number; currency: number },
): { channel: ChannelSeries; points: GridPoint[] } {
  const { periods, grid, seed, slope, currency } = options
  const luck = (purpose: string) => new KeyedStream({ seed, channel: id, purpose })
  const mean = 10_000 * (1 + luck('mean').at(0).uniform())
  const spendOf = (purpose: string, length: number) =>
    new Float64Array(length).map(
      (_, t) => currency * Math.round(mean * (0.2 + 1.6 * luck(purpose).at(t).uniform())),
    )
  const channel: ChannelSeries = {
    id,
    spend: spendOf('spend', periods),
    spendBefore: spendOf('before', 30),
    kernel: { kind: 'geometric', decay: 0.5 },
    curve: { kind: 'hill', slope, half: 1 },
  }
  const season = new Float64Array(periods).map((_, t) => 1 + 0.3 * Math.sin(t / 9))
  const points = Array.from({ length: grid }, (_, k): GridPoint => {
    const point: GridPoint = {
      kernel: { kind: 'geometric', decay: 0.8 * luck('decay').at(k).uniform() },
      curve: { kind: 'hill', slope, half: 1 },
      half: mean * currency * (0.3 + 3 * luck('half').at(k).uniform()),
      wait: [0, 0.5, 2.5][k % 3]!,
      season,
      scale: 1,
    }
    const column = responseColumn(channel, point)
    return { ...point, scale: periods / column.reduce((sum, z) => sum + z, 0) }
  })
  return { channel, points }
}

export const sum = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((total, value) => total + value, 0)

/** History with each channel's spend multiplied, in whole cents. */
export function scaledPlan(model: CausalModel, multiples: readonly number[]): Float64Array[] {
  return model.data.channels.map(({ spend }, c) =>
    spend.map((cents) => Math.round(cents * multiples[c]!)),
  )
}
