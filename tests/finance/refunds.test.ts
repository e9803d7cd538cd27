import { describe, expect, it } from 'vitest'
import { tiny } from './tiny.js'
import { day, withFinance } from './world.js'

/** The tiny world up to 15 March, when its cancelled order has ended (7 February). */
const world = {
  ...tiny,
  'dwh.fct_orders': [
    ...tiny['dwh.fct_orders']!,
    { order_id: 'later', order_status: 'created', purchase_date: day('2018-03-15') },
  ],
}
const ask = (sql: string, finance: Record<string, unknown>) =>
  withFinance(world, (db) => db.all<Record<string, number | string | Date>>(sql), { finance })

describe('an order that is taken back', () => {
  it('costs its refund and the fee that the acquirer keeps, on the day it ends', async () => {
    // The fee of 55.00 by card was 1.32: a quarter of it is 0.33.
    const rows = await ask(
      `select line, recognition_date, amount_cents from fct_recognition
       where line in ('kept_fee', 'refund_cost') order by line`,
      { kept_fee_bps: 2_500, refund_cost_cents: 900 },
    )
    expect(rows).toEqual([
      { line: 'kept_fee', recognition_date: day('2018-02-07'), amount_cents: 33 },
      { line: 'refund_cost', recognition_date: day('2018-02-07'), amount_cents: 900 },
    ])
  })

  it('pays both out of cash, and leaves nothing receivable', async () => {
    const rows = await ask(
      `select flow, sum(amount_cents)::bigint as cents from cash_flow_daily
       where flow in ('payment_settled_reversed', 'refund_cost_paid') group by flow order by flow`,
      {
        kept_fee_bps: 2_500,
        refund_cost_cents: 900,
        payment_types: { credit_card: { settlement_days: 0 } },
      },
    )
    // Settled were 55.00 less 1.32.
    expect(rows).toEqual([
      { flow: 'payment_settled_reversed', cents: -5_368 - 33 },
      { flow: 'refund_cost_paid', cents: -900 },
    ])
    const [receivable] = await ask(
      `select coalesce(sum(closing_cents), 0)::bigint as cents from trial_balance
       where account = 'acquirer_receivable' and month = date '2018-03-01'`,
      { kept_fee_bps: 2_500, payment_types: { credit_card: { settlement_days: 0 } } },
    )
    expect(receivable).toEqual({ cents: 0 })
  })
})

it('chargebacks take a share of card payments of orders that stand, off their settlement', async () => {
  const chargebacks = { payment_types: { credit_card: { chargeback_bps: 90, settlement_days: 0 } } }
  const items = await ask(
    'select chargeback_cents as cents from fct_unit_economics order by order_id, order_item_id',
    chargebacks,
  )
  // 0.9% of 100.00 is 0.90, 30 for each item; the voucher and the cancelled order have none.
  expect(items.map(({ cents }) => cents)).toEqual([0, 30, 30, 30])
  const settled = await ask(
    `select sum(amount_cents)::bigint as cents from cash_flow_daily
     where flow = 'payment_settled' and date = date '2018-01-30'`,
    chargebacks,
  )
  expect(settled).toEqual([{ cents: 600 + 10_000 - 240 - 90 }])
})

describe('freight', () => {
  const parts = (finance: Record<string, unknown>) =>
    ask(
      `select sum(freight_billed_cents)::bigint as billed, sum(freight_passed_on_cents)::bigint as passed,
         sum(contribution_2_cents)::bigint as contribution from fct_unit_economics`,
      finance,
    )
  const revenue = (finance: Record<string, unknown>) =>
    ask(`select revenue_cents as cents from key_metrics where period = 'horizon'`, finance)

  it('is revenue of a principal; an agent passes it on, and has what the carrier leaves', async () => {
    const [gross] = await parts({})
    expect(gross).toMatchObject({ billed: 600, passed: 0 })
    expect(await parts({ freight_role: 'agent' })).toEqual([{ ...gross, billed: 0, passed: 600 }])
    // A carrier that takes 80% leaves 40 of 200 an item.
    const cheap = { carrier_cost_bps: 8_000 }
    const [dear] = await parts(cheap)
    expect(await parts({ ...cheap, freight_role: 'agent' })).toEqual([
      { ...dear, billed: 120, passed: 480 },
    ])
  })

  it('that is passed on is no revenue', async () => {
    const [gross] = await revenue({})
    const [net] = await revenue({ freight_role: 'agent' })
    expect((gross!.cents as number) - (net!.cents as number)).toBe(600)
  })
})
