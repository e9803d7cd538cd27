import { describe, expect, it } from 'vitest'
import type { DecisionData } from '../../../src/decisions/data.js'
import { planTrust } from '../../../src/decisions/fit/trust.js'
import { normal } from '../../../src/random/distributions.js'
import { smallWorld } from '../small-world.js'

const caused = { search: 20, social: 15, video: 10 }
const statuses = (data: DecisionData) => planTrust(data).channels.map(({ status }) => status)

/** Spend as a share of the 28 days before, as a budget rule of past orders. */
function following(data: DecisionData, jitter: (c: number, t: number) => number): DecisionData {
  const trailing = data.orders.map((_, t) => {
    const span = data.orders.subarray(Math.max(0, t - 28), Math.max(t, 1))
    return span.reduce((a, b) => a + b, 0) / span.length
  })
  return {
    ...data,
    channels: data.channels.map((channel, c) => ({
      ...channel,
      spend: trailing.map((orders, t) => Math.round(10 * orders * jitter(c, t))),
    })),
  }
}

describe('trust in the plan', () => {
  it('budgets with levels of their own: own', () => {
    const trust = planTrust(smallWorld({ caused }))
    expect(trust.status).toBe('own')
    expect(trust.together).toBeLessThan(0.2)
    for (const { ownVariation } of trust.channels) expect(ownVariation).toBeGreaterThan(0.3)
  })

  it('a share of past orders: follows past orders; with jitter it is own again', () => {
    const data = smallWorld({ caused })
    const share = following(data, () => 1)
    expect(new Set(statuses(share))).toEqual(new Set(['follows_past_orders']))
    const weekly = (c: number, t: number) =>
      Math.exp(0.3 * Math.sin(Math.floor(t / 7) * (c + 2) * 7.3))
    expect(new Set(statuses(following(data, weekly)))).toEqual(new Set(['own']))
  })

  it('budgets that move with demand nobody recorded: follows unseen', () => {
    const data = smallWorld({
      caused,
      budget: (stream, _, unseen) => 1.5 * unseen + 0.03 * normal(stream),
    })
    expect(planTrust(data).status).toBe('follows_unseen')
  })

  it('asks only channels that vary on their own whether they move together', () => {
    const data = smallWorld({
      caused: { search: 20, social: 15, video: 10, mail: 5 },
      budget: (stream, _, unseen) => 1.5 * unseen + 0.03 * normal(stream),
    })
    const followed = following(data, () => 1)
    const channels = data.channels.map((channel, c) => (c < 2 ? channel : followed.channels[c]!))
    const trust = planTrust({ ...data, channels })
    expect(trust.together).toBeGreaterThan(0.5)
    expect(trust.channels.map(({ status }) => status)).toEqual([
      'follows_unseen',
      'follows_unseen',
      'follows_past_orders',
      'follows_past_orders',
    ])
    const lonely = data.channels.map((channel, c) => (c < 1 ? channel : followed.channels[c]!))
    expect(statuses({ ...data, channels: lonely })[0]).toBe('follows_unseen')
    expect(statuses({ ...data, channels: lonely, declaredPlan: 'own' })[0]).toBe('own')
  })

  it('one channel: as declared, and unseen where nothing is', () => {
    const data = smallWorld({ caused: { search: 20 } })
    expect(statuses(data)).toEqual(['follows_unseen'])
    expect(statuses({ ...data, declaredPlan: 'own' })).toEqual(['own'])
  })

  it('a declared weakness stands; assumed spend is assumed', () => {
    const data = smallWorld({ caused })
    expect(planTrust({ ...data, declaredPlan: 'follows_unseen' }).status).toBe('follows_unseen')
    expect(planTrust({ ...data, spendSource: 'assumed' }).status).toBe('assumed')
  })

  it('a channel that never spent has no variation', () => {
    const data = smallWorld({ caused })
    const [first, ...others] = data.channels
    const silent = { ...first!, spend: data.orders.map(() => 0) }
    expect(statuses({ ...data, channels: [silent, ...others] })[0]).toBe('follows_past_orders')
  })
})
