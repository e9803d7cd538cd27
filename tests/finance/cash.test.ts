import { describe, expect, it } from 'vitest'
import { atOnce } from './at-once.js'
import { tiny } from './tiny.js'
import { day, type World, withFinance } from './world.js'

/** The payments of the tiny world with that of 100.00 by card in so many instalments. */
const inParts = (installments: number) =>
  tiny['dwh.fct_payments']!.map((row) =>
    row.payment_cents === 10_000 ? { ...row, installments } : row,
  )

/** The tiny world with the card payment in three instalments, its horizon up to a later day. */
const until = (date: string): World => ({
  ...tiny,
  'dwh.fct_payments': inParts(3),
  'dwh.fct_orders': [
    ...tiny['dwh.fct_orders']!,
    { order_id: 'later', order_status: 'created', purchase_date: day(date) },
  ],
})

const ask = (sql: string, finance: Record<string, unknown> = {}, world = until('2018-03-15')) =>
  withFinance(world, (db) => db.all<Record<string, number | string | Date>>(sql), { finance })

/** What moved in cash under one name: day and cents. */
const flow = async (name: string, finance: Record<string, unknown> = {}, world?: World) => {
  const rows = await ask(
    `select date, amount_cents from cash_flow_daily
     where flow = '${name}' and amount_cents <> 0 order by date`,
    finance,
    world,
  )
  return rows.map(({ date, amount_cents }) => [
    (date as Date).toISOString().slice(0, 10),
    amount_cents,
  ])
}

describe('settlement', () => {
  it('brings one instalment after the other, less fees', async () => {
    // The voucher at once; the boleto the next day, less 2.00; of the card 33.34 less 0.80 after 30 days.
    expect(await flow('payment_settled')).toEqual([
      ['2018-01-30', 600],
      ['2018-02-02', 1_800],
      ['2018-03-01', 3_254],
    ])
  })

  it('leaves what is due after the books close as a receivable', async () => {
    const rows = await ask('select * from receivables order by due_month')
    expect(rows).toEqual([
      { payment_type: 'credit_card', due_month: day('2018-03-01'), receivable_cents: 3_253 },
      { payment_type: 'credit_card', due_month: day('2018-04-01'), receivable_cents: 3_253 },
    ])
  })

  it('never settles what is due after its order ended', async () => {
    expect(await flow('payment_settled_reversed')).toEqual([])
  })

  it('takes back what was settled of an order that ended, as it came', async () => {
    const cash = { payment_types: { credit_card: { settlement_days: 0 } } }
    expect(await flow('payment_settled_reversed', cash)).toEqual([['2018-02-07', -5_368]])
    const kept = { ...cash, statuses: { canceled: { payment_fee: 'approval' } } }
    expect(await flow('payment_settled_reversed', kept)).toEqual([['2018-02-07', -5_500]])
  })

  it('brings all instalments ahead for a fee by the days it saves', async () => {
    const ahead = { instalments: 'anticipated', anticipation_bps: 200, anticipated_days: 1 }
    // 29, 59 and 89 days ahead, 59 on average: 100.00 * 2% * 59 / 30 = 3.93, 1.31 for each item.
    expect(await flow('payment_settled', ahead)).toContainEqual(['2018-01-31', 10_000 - 240 - 393])
    const items = await ask('select anticipation_fee_cents as fee from fct_unit_economics', ahead)
    expect(items.map(({ fee }) => fee)).toEqual([0, 131, 131, 131])
  })

  it('counts as many instalments as the payment has', async () => {
    const world = { ...until('2018-03-15'), 'dwh.fct_payments': inParts(100) }
    expect(await flow('payment_settled', {}, world)).toContainEqual(['2018-03-01', 100 - 3])
    // 1 March 2018 and 99 times 30 days after is 18 April 2026.
    const [last] = await ask('select max(due_month) as month from receivables', {}, world)
    expect(last).toEqual({ month: day('2026-04-01') })
  })
})

describe('terms of payment', () => {
  it('pays carriers and advertising so long after', async () => {
    const terms = { carrier_terms_days: 10, advertising_terms_days: 20 }
    expect(await flow('carrier_paid', terms)).toEqual([['2018-02-10', -(660 + 550)]])
    expect(await flow('advertising_paid', terms)).toEqual([
      ['2018-02-19', -100],
      ['2018-02-20', -50],
    ])
  })

  it('owes what is not paid when the books close', async () => {
    const rows = await ask(
      `select account, closing_cents from balance_sheet
       where side = 'liability' and month = date '2018-02-01' and account like '%r%i%_payable'
       order by account`,
      {},
      until('2018-02-20'),
    )
    expect(rows).toEqual([
      { account: 'advertising_payable', closing_cents: -150 },
      { account: 'carrier_payable', closing_cents: -1_210 },
    ])
  })
})

describe('with all delays at zero', () => {
  it('the cash result of every day is that of settlement at once', async () => {
    const days = await ask('select cash_result_cents, cash_at_once_cents from pnl_daily', atOnce)
    expect(days.length).toBe(45)
    for (const row of days) expect(row.cash_result_cents).toBe(row.cash_at_once_cents)
    const usual = await ask('select cash_at_once_cents from pnl_daily')
    expect(usual.map((row) => row.cash_at_once_cents)).toEqual(
      days.map((row) => row.cash_at_once_cents),
    )
  })

  it('nothing is receivable or owed but to sellers', async () => {
    const rows = await ask(
      `select account from balance_sheet where closing_cents <> 0
       and account in ('acquirer_receivable', 'carrier_payable', 'advertising_payable')`,
      atOnce,
    )
    expect(rows).toEqual([])
  })
})

describe.each(['2018-02-01', '2018-03-15', '2018-06-10'])('books that close on %s', (last) => {
  it('explain the cash of a day and a month by flows, and of a month by profit and balances', async () => {
    const world = until(last)
    const residual = `sum(case when flow = 'closing' then -amount_cents else amount_cents end)::bigint`
    for (const table of ['cash_flow_daily', 'cash_flow']) {
      const key = table === 'cash_flow' ? 'month' : 'date'
      const rows = await ask(
        `select ${residual} as residual from ${table} group by ${key}`,
        {},
        world,
      )
      expect(rows.every((row) => row.residual === 0)).toBe(true)
    }
    const months = await ask(
      `select b.month, sum(b.amount_cents)::bigint as bridged, max(c.cents)::bigint as moved
       from cash_bridge as b
       inner join (
         select month, sum(case flow when 'closing' then amount_cents when 'opening' then -amount_cents
           else 0 end) as cents
         from cash_flow group by month
       ) as c on c.month = b.month
       group by b.month`,
      {},
      world,
    )
    expect(months.length).toBeGreaterThan(1)
    for (const { bridged, moved } of months) expect(bridged).toBe(moved)
  })
})
