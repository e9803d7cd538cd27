import { describe, expect, it } from 'vitest'
import { tiny } from './tiny.js'
import { day, type World, withFinance } from './world.js'

/** The order without items, 20.00 by boleto approved on 1 February, is never delivered. */
const lost: World = {
  ...tiny,
  'dwh.fct_orders': [
    ...tiny['dwh.fct_orders']!,
    { order_id: 'later', order_status: 'created', purchase_date: day('2018-03-15') },
  ],
}
/** The order of 106.00 approved on 30 January comes on 20 February. */
const late: World = {
  ...lost,
  'dwh.fct_orders': lost['dwh.fct_orders']!.map((row) =>
    row.order_id === 'delivered' ? { ...row, delivered_at: day('2018-02-20T12:00:00') } : row,
  ),
}

const after10Days = (undelivered_rule: string) => ({
  undelivered_rule,
  undelivered_days: 10,
  refund_cost_cents: 300,
})

const ask = (sql: string, world: World, rule = 'none') =>
  withFinance(world, (db) => db.all<Record<string, number | string | Date>>(sql), {
    finance: after10Days(rule),
  })

const balances = `
  select account, closing_cents as cents from balance_sheet
  where month = date '2018-03-01' and account in
    ('seller_payable', 'refund_liability', 'refund_provision') and closing_cents <> 0
  order by account`
const costs = `
  select recognition_date as day, amount_cents as cents from fct_recognition
  where line = 'refund_cost' and order_id <> 'canceled' order by order_id, order_item_id, is_reversal`

describe('an order that is paid and not delivered', () => {
  it('stays with what is held for sellers, without a rule', async () => {
    expect(await ask(balances, lost)).toEqual([{ account: 'seller_payable', cents: -2_000 }])
    expect(
      await ask('select state, payable_cents, provided_cents from payable_aging', lost),
    ).toEqual([{ state: 'not handed over', payable_cents: 2_000, provided_cents: 0 }])
  })

  it('is owed to its buyer by the rule provision, its refund cost provided for', async () => {
    expect(await ask(balances, lost, 'provision')).toEqual([
      { account: 'refund_liability', cents: -2_000 },
      { account: 'refund_provision', cents: -300 },
    ])
    expect(await ask(costs, lost, 'provision')).toEqual([{ day: day('2018-02-11'), cents: 300 }])
    expect(
      await ask(
        'select state, payable_cents, provided_cents from payable_aging',
        lost,
        'provision',
      ),
    ).toEqual([{ state: 'not handed over', payable_cents: 0, provided_cents: 2_000 }])
  })

  it('is paid back by the rule refund, with its cost', async () => {
    const rows = await ask(
      `select flow, amount_cents as cents from cash_flow_daily
       where date = date '2018-02-11' and flow in ('buyer_refunded', 'refund_cost_paid') order by flow`,
      lost,
      'refund',
    )
    expect(rows).toEqual([
      { flow: 'buyer_refunded', cents: -2_000 },
      { flow: 'refund_cost_paid', cents: -300 },
    ])
    expect(await ask('select * from payable_aging', lost, 'refund')).toEqual([])
  })
})

describe('an order that is delivered after all', () => {
  it.each(['provision', 'refund'])('takes the rule %s back on its delivery', async (rule) => {
    const rows = await ask(
      `select entry_date as day, event, amount_cents as cents from journal_lines
       where account = 'seller_payable' and event like 'refund_owed%'
         and segment = 'email_marketing' order by entry_date`,
      late,
      rule,
    )
    expect(rows).toEqual([
      { day: day('2018-02-09'), event: 'refund_owed', cents: 10_600 },
      { day: day('2018-02-20'), event: 'refund_owed_reversed', cents: -10_600 },
    ])
    expect((await ask(costs, late, rule)).slice(0, 6).map(({ cents }) => cents)).toEqual([
      ...[100, -100, 100, -100, 100, -100],
    ])
    const [sums] = await ask(
      'select sum(refund_cost_cents)::bigint as cents from fct_unit_economics',
      late,
      rule,
    )
    // What stays is the cancelled order's.
    expect(sums).toEqual({ cents: 300 })
  })
})
