import fc from 'fast-check'
import { xoroshiro128plus } from 'pure-rand'
import { describe, expect, it } from 'vitest'
import { KeyedStream, keyedStreams } from '../../src/random/stream.js'
import { chiSquare, uniformGap } from './goodness.js'

const seeds = fc.integer({ min: 0, max: 0x7fffffff })
const first = (seed: number, channel: string, purpose: string, day: number, world = 0) =>
  new KeyedStream({ seed, channel, purpose, world }).at(day).uniform()

describe('keyedStreams', () => {
  it('gives the same numbers whatever else was drawn before', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -50_000, max: 50_000 }), (seed, day) => {
        const streams = keyedStreams(seed, 'email', 'clicks')
        const other = keyedStreams(seed, 'email', 'clicks')
        other(day - 1).uniform()
        const stream = streams(day)
        const again = other(day)
        expect([stream.uniform(), stream.uniform()]).toEqual([again.uniform(), again.uniform()])
      }),
    )
  })

  it('gives every seed, channel, purpose, day and world numbers of its own', () => {
    const numbers = new Set([
      first(1, 'a', 'clicks', 0),
      first(2, 'a', 'clicks', 0),
      first(1, 'b', 'clicks', 0),
      first(1, 'a', 'volatility', 0),
      first(1, 'a', 'clicks', 1),
      first(1, 'a', 'clicks', 0, 1),
      first(1, 'ac', 'licks', 0),
    ])
    expect(numbers.size).toBe(7)
  })

  it('keeps to the open interval (0, 1)', () => {
    fc.assert(
      fc.property(seeds, fc.integer(), (seed, day) => {
        const number = first(seed, 'a', 'b', day)
        expect(number > 0 && number < 1).toBe(true)
      }),
    )
  })

  it('refuses a seed or a world out of range', () => {
    expect(() => keyedStreams(-1, 'a', 'b')(0)).toThrow('seed: got -1')
    expect(() => new KeyedStream({ seed: 1, channel: 'a', purpose: 'b', world: 0.5 })).toThrow(
      'world: got 0.5',
    )
  })
})

describe('KeyedStream', () => {
  it('steps as the published xoroshiro128+ does', () => {
    const stream = new KeyedStream({ seed: 5, channel: 'a', purpose: 'b' }).at(17_000)
    const state = stream.state()
    const published = xoroshiro128plus.fromState(state)
    for (let i = 0; i < 100; i++) {
      const high = published.unsafeNext() >>> 5
      const low = published.unsafeNext() >>> 6
      expect(stream.uniform()).toBe((high * 2 ** 26 + low + 0.5) / 2 ** 53)
    }
  })

  it('is uniform along the days, the worlds and within a day (Kolmogorov-Smirnov, 1%)', () => {
    const n = 20_000
    const days = Array.from({ length: n }, (_, day) => first(42, 'google', 'volatility', day))
    const worlds = Array.from({ length: n }, (_, world) =>
      first(42, 'google', 'clicks', 17_000, world),
    )
    const stream = new KeyedStream({ seed: 42, channel: 'a', purpose: 'b' }).at(3)
    const within = Array.from({ length: n }, () => stream.uniform())
    for (const sample of [days, worlds, within]) {
      expect(uniformGap(sample)).toBeLessThan(1.63 / Math.sqrt(n))
    }
  })

  it('shows no link between neighbouring days, channels and worlds (chi-square of pairs, 1%)', () => {
    const pairs: Record<string, (i: number) => [number, number]> = {
      days: (i) => [first(7, 'a', 'clicks', i), first(7, 'a', 'clicks', i + 1)],
      channels: (i) => [first(7, 'a', 'clicks', i), first(7, 'b', 'clicks', i)],
      worlds: (i) => [first(7, 'a', 'clicks', 9, i), first(7, 'a', 'clicks', 9, i + 1)],
      purposes: (i) => [first(7, 'a', 'clicks', i), first(7, 'a', 'volatility', i)],
    }
    for (const pair of Object.values(pairs)) {
      const cells = new Array<number>(100).fill(0)
      for (let i = 0; i < 20_000; i++) {
        const [x, y] = pair(i)
        cells[Math.floor(x * 10) * 10 + Math.floor(y * 10)]! += 1
      }
      expect(
        chiSquare(
          cells,
          cells.map(() => 200),
        ),
      ).toBeLessThan(134.6)
    }
  })
})
