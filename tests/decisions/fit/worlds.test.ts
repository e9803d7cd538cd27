import { describe, expect, it } from 'vitest'
import { fitOrders, refit } from '../../../src/decisions/fit/fit.js'
import { hasWorlds, needsWorlds, readWorld, worldNames } from '../ported-worlds.js'

const STATUS: Record<string, string> = {
  varied: 'own',
  flights: 'own',
  pct_jitter: 'own',
  pct: 'follows_past_orders',
  anticipate: 'follows_unseen',
}

describe.skipIf(!hasWorlds)(`fit ${needsWorlds}`, () => {
  it('names every plan, covers the truth and errs as the reference does', () => {
    const errors: [number[], number[]] = [[], []]
    const covered = [0, 0]
    for (const name of worldNames()) {
      const { data, tests, truth } = readWorld(name)
      const alone = fitOrders(data)
      expect(alone.trust.status).toBe(STATUS[truth.plan])
      for (const [i, fit] of [alone, refit(alone, { liftTests: tests })].entries()) {
        fit.channels.forEach(({ incremental: { low, mean, high } }, c) => {
          const caused = truth.channels[c]!.incremental_orders
          errors[i]!.push(Math.abs(mean / caused - 1))
          if (low <= caused && caused <= high) covered[i]!++
        })
      }
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!
    expect(covered[0]! / 44).toBeGreaterThanOrEqual(0.88)
    expect(covered[1]! / 44).toBeGreaterThanOrEqual(0.82)
    expect(median(errors[0])).toBeLessThan(0.37)
    expect(median(errors[1])).toBeLessThan(0.28)
  })
})
