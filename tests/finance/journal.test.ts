import { describe, expect, it } from 'vitest'
import { tiny } from './tiny.js'
import { day, type World, withFinance } from './world.js'

interface Line {
  entry_id: string
  entry_date: Date
  event: string
  account: string
  amount_cents: number
}

const journal = (world: World = tiny, changes: Record<string, unknown> = {}) =>
  withFinance(
    world,
    async (db) => ({
      lines: await db.all<Line>('select * from journal_lines'),
      pnl: await db.all<Record<string, number>>('select * from pnl_daily'),
      reconciliation: await db.all<Record<string, number | string>>('select * from reconciliation'),
    }),
    changes,
  )

const balance = (lines: readonly Line[], account: string) =>
  lines.filter((line) => line.account === account).reduce((sum, line) => sum + line.amount_cents, 0)

/** The tiny world with its horizon stretched to a later day. */
const until = (date: string): World => ({
  ...tiny,
  'dwh.fct_orders': [
    ...tiny['dwh.fct_orders']!,
    { order_id: 'later', order_status: 'created', purchase_date: day(date) },
  ],
})

describe('journal_lines', () => {
  it('balances every entry', async () => {
    const { lines } = await journal(until('2018-03-15'))
    const entries = new Map<string, number>()
    for (const { entry_id, amount_cents } of lines) {
      entries.set(entry_id, (entries.get(entry_id) ?? 0) + amount_cents)
    }
    expect(entries.size).toBeGreaterThan(20)
    expect([...entries.values()].every((sum) => sum === 0)).toBe(true)
  })

  it('moves marketing from flight to inventory to cost or waste', async () => {
    const { lines } = await journal()
    expect(balance(lines, 'marketing_in_flight')).toBe(10)
    expect(balance(lines, 'click_inventory')).toBe(10)
    expect(balance(lines, 'acquisition_cost')).toBe(30)
    expect(balance(lines, 'marketing_decayed')).toBe(15)
    expect(balance(lines, 'marketing_expired')).toBe(15)
    expect(balance(lines, 'marketing_no_response')).toBe(70)
  })

  it('closes its books on the last day of the horizon', async () => {
    const { lines } = await journal()
    expect(lines.every((line) => line.entry_date <= day('2018-02-01'))).toBe(true)
    expect(lines.some((line) => line.event.endsWith('_reversed'))).toBe(false)
  })

  it('takes a cancelled order back on its own date, keeping what stands', async () => {
    const { lines } = await journal(until('2018-03-15'))
    const reversed = lines.filter((line) => line.event.endsWith('_reversed'))
    expect(reversed.map((line) => [line.event, line.account, line.amount_cents])).toEqual([
      ['buyer_paid_reversed', 'acquirer_receivable', -5_500],
      ['buyer_paid_reversed', 'seller_payable', 5_500],
      ['payment_fee_reversed', 'acquirer_receivable', 132],
      ['payment_fee_reversed', 'payment_fees', -132],
    ])
    expect(reversed[0]!.entry_date).toEqual(day('2018-02-07'))
    expect(balance(lines, 'carrier')).toBe(660 + 550)
  })

  it('pays sellers what is left, after the days of withdrawal', async () => {
    const { lines } = await journal(until('2018-03-15'))
    const payout = lines.filter((line) => line.event === 'seller_paid')
    expect(payout.map((line) => [line.account, line.amount_cents])).toEqual([
      ['cash', -(10_600 - 999 - 600)],
      ['seller_payable', 10_600 - 999 - 600],
    ])
    expect(payout[0]!.entry_date).toEqual(day('2018-02-15'))
    // What is left: the order without items, paid and never delivered.
    expect(balance(lines, 'seller_payable')).toBe(-2_000)
  })

  it('reverses a delivered order that was cancelled after all', async () => {
    const orders = tiny['dwh.fct_orders']!.map((row) =>
      row.order_id === 'delivered' ? { ...row, order_status: 'canceled' } : row,
    )
    const later = until('2018-03-15')['dwh.fct_orders']!.slice(-1)
    const { lines } = await journal({ ...tiny, 'dwh.fct_orders': [...orders, ...later] })
    expect(balance(lines, 'commission')).toBe(0)
    expect(balance(lines, 'freight')).toBe(0)
    const earned = lines.filter((line) => line.account === 'commission')
    expect(earned.map((line) => [line.event, line.amount_cents])).toEqual([
      ['commission_earned', -999],
      ['commission_earned_reversed', 999],
    ])
  })
})

describe('pnl_daily', () => {
  it('recognises on the day of the event and bridges to cash', async () => {
    const { pnl } = await journal()
    expect(pnl.map((row) => row.contribution_after_marketing_cents)).toEqual([-270, -2_042, 1_578])
    for (const row of pnl) {
      expect(row.cash_at_once_cents).toBe(
        row.operating_result_cents! -
          row.in_flight_change_cents! -
          row.click_inventory_change_cents! +
          row.deferred_change_cents!,
      )
      expect(row.cash_result_cents).toBe(
        row.cash_at_once_cents! - row.receivable_change_cents! + row.owed_change_cents!,
      )
      expect(row.cash_change_cents).toBe(row.cash_result_cents! + row.seller_payable_change_cents!)
    }
  })
})

describe('reconciliation', () => {
  it('meets the same cents three ways, the unrecognised remainder shown', async () => {
    const { reconciliation } = await journal()
    const total = reconciliation.find(({ line }) => line === 'contribution_after_marketing')
    expect(total).toMatchObject({
      line: 'contribution_after_marketing',
      cohort_cents: -602,
      unrecognised_cents: 132,
      recognised_cents: -734,
      // Deferred less assets, payments of 16,928 that acquirers owe, and 1,360 not paid to carriers and for
      // advertising.
      timing_cents: 4_791 - 16_928 + 1_360,
      cash_cents: 4_057 - 16_928 + 1_360,
    })
    for (const row of reconciliation) {
      expect([row.cohort_residual_cents, row.cash_residual_cents]).toEqual([0, 0])
    }
  })

  it('leaves nothing unrecognised once everything has happened', async () => {
    const { reconciliation } = await journal(until('2018-03-15'))
    expect(reconciliation.map((row) => row.unrecognised_cents)).toEqual(reconciliation.map(() => 0))
  })
})

describe('trial_balance', () => {
  it('sums to zero every month and carries balances over', async () => {
    const rows = await withFinance(until('2018-03-15'), (db) =>
      db.all<{ month: Date; account: string; opening_cents: number; closing_cents: number }>(
        'select * from trial_balance',
      ),
    )
    const months = [...new Set(rows.map((row) => row.month.getTime()))]
    expect(months).toHaveLength(3)
    for (const month of months) {
      const closing = rows.filter((row) => row.month.getTime() === month)
      expect(closing.reduce((sum, row) => sum + row.closing_cents, 0)).toBe(0)
    }
    const cash = rows.filter((row) => row.account === 'cash')
    expect(cash[1]!.opening_cents).toBe(cash[0]!.closing_cents)
  })
})
