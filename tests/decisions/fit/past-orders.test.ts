import { describe, expect, it } from 'vitest'
import { fitOrders } from '../../../src/decisions/fit/fit.js'
import { prepareResponses } from '../../../src/decisions/plans/responses.js'
import { rankExperiments } from '../../../src/decisions/sure/experiment.js'
import { monthsOf } from '../../../src/decisions/value/months.js'
import { flatValue } from '../../../src/decisions/value/order-value.js'
import { simulateWorld, worldData } from '../../../src/evaluation/worlds/index.js'

/** Budgets of these markets are a percentage of the orders of the last 28 days. */
describe.each([801, 802])('budgets that follow past orders, market %i', (seed) => {
  const data = worldData(simulateWorld(seed, 'pct'))
  const fit = fitOrders(data)

  it('are known by what they leave of their own, channel by channel', () => {
    expect(fit.trust.status).toBe('follows_past_orders')
    expect(new Set(fit.channels.map(({ status }) => status))).toEqual(
      new Set(['follows_past_orders']),
    )
    for (const { ownVariation } of fit.trust.channels) expect(ownVariation).toBeLessThan(0.05)
  })

  it('keep the series, since they follow it and it does not follow them', () => {
    const silenced = fitOrders({ ...data, declaredPlan: 'follows_unseen' })
    const learned = (of: typeof fit) => Math.max(...of.channels.map((one) => one.contraction))
    expect(learned(silenced)).toBeLessThan(0.05)
    expect(learned(fit)).toBeGreaterThan(0.15)
  })

  it('let a test promise no more than an upper limit', () => {
    const value = flatValue(monthsOf(data), 3000)
    const rank = (status: typeof fit.trust.status) =>
      rankExperiments(prepareResponses(fit), value, {
        status,
        chance: fit.chance,
        days: [42],
        shares: [0.5],
      })
    expect(rank(fit.trust.status).promise).toBe('at_most')
    expect(rank('follows_unseen').promise).toBe('expected')
    expect(rank(fit.trust.status).experiments.some(({ design }) => design === 'jitter')).toBe(true)
  })
})

it('budgets of their own are not taken for such', () => {
  for (const plan of ['varied', 'flights', 'jittered'] as const) {
    expect(fitOrders(worldData(simulateWorld(801, plan))).trust.status).toBe('own')
  }
})
