import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/errors.js'
import { SpendPlan } from '../../../src/market/index.js'
import { dayOf } from '../../../src/time/calendar.js'

const plan = new SpendPlan({
  firstDay: dayOf('2018-01-01'),
  days: 3,
  channels: [
    { id: 'ads', isPaid: true },
    { id: 'mail', isPaid: true },
    { id: 'organic', isPaid: false },
  ],
  spendCents: { ads: [100, 101, 0], mail: [7, 7, 7], organic: [0, 0, 0] },
})
const cents = (p: SpendPlan) => p.columns().spend_cents

describe('SpendPlan', () => {
  it('is a table of paid channels and days; its sum is what is spent', () => {
    expect(plan.columns()).toEqual({
      channel: ['ads', 'ads', 'ads', 'mail', 'mail', 'mail'],
      date: ['2018-01-01', '2018-01-02', '2018-01-03', '2018-01-01', '2018-01-02', '2018-01-03'],
      spend_cents: [100, 101, 0, 7, 7, 7],
    })
    expect(plan.totalCents()).toBe(222)
    expect(plan.totalCents('mail')).toBe(21)
  })

  it('scales and pauses a channel over a range, and stays as it was itself', () => {
    const range = { from: '2018-01-02', to: '2018-01-03' }
    expect(cents(plan.scale('ads', 0.5, range))).toEqual([100, 51, 0, 7, 7, 7])
    expect(cents(plan.pause('mail', { to: '2018-01-02' }))).toEqual([100, 101, 0, 0, 0, 7])
    expect(cents(plan.scale('ads', 1))).toEqual(cents(plan))
    expect(plan.totalCents()).toBe(222)
  })

  it('takes the cells of a table, and keeps the others', () => {
    const changed = plan.set({
      channel: ['mail', 'ads'],
      date: ['2018-01-03', '2018-01-01'],
      spend_cents: [50, 0],
    })
    expect(cents(changed)).toEqual([0, 101, 0, 7, 7, 50])
    expect(cents(plan.set(changed.columns()))).toEqual(cents(changed))
  })

  it('is compared with another, cell by cell', () => {
    expect(plan.diff(plan.pause('mail', { from: '2018-01-03' }))).toEqual([
      { channel: 'mail', date: '2018-01-03', spend_cents: 7, other_cents: 0, change_cents: -7 },
    ])
    expect(plan.diff(plan)).toEqual([])
  })

  it('the differences of two plans sum to the difference of their sums', () => {
    const factor = fc.double({ min: 0, max: 10, noNaN: true })
    fc.assert(
      fc.property(factor, factor, (a, b) => {
        const other = plan.scale('ads', a).scale('mail', b)
        const change = plan.diff(other).reduce((sum, row) => sum + row.change_cents, 0)
        expect(change).toBe(other.totalCents() - plan.totalCents())
      }),
    )
  })

  it('refuses what it does not know, naming it', () => {
    const refused = (change: () => unknown, words: string | RegExp) => {
      expect(change).toThrow(InputError)
      expect(change).toThrow(words)
    }
    const row = (channel: string, date: string, spend: number) =>
      plan.set({ channel: [channel], date: [date], spend_cents: [spend] })
    refused(() => plan.scale('tv', 1), "plan: got channel 'tv', allowed ads, mail.")
    refused(() => plan.scale('ads', -1), 'plan.scale: got a factor of -1')
    refused(() => plan.pause('ads', { from: '2019-01-01' }), 'allowed 2018-01-01..2018-01-03')
    refused(() => plan.pause('ads', { to: '1/2/2018' }), "plan range, to: got '1/2/2018'")
    refused(() => row('organic', '2018-01-01', 5), /row 1, column spend_cents: organic is not paid/)
    refused(() => row('ads', '2018-02-31', 5), "plan, row 1, column date: got '2018-02-31'")
    refused(() => row('ads', '2018-01-01', 0.5), 'plan, row 1, column spend_cents: got 0.5')
    refused(
      () =>
        plan.set({
          channel: ['ads', 'ads'],
          date: ['2018-01-01', '2018-01-01'],
          spend_cents: [1, 2],
        }),
      'stands there twice',
    )
  })
})
