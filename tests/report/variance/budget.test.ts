import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { moneyFormat } from '../../../src/format/index.js'
import type { Driver, LineMonth } from '../../../src/report/variance/actual.js'
import { budgetMonth, readBudget } from '../../../src/report/variance/budget.js'
import { compared } from '../../../src/report/variance/compare.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-budget-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const lines = [
  { line: 'commission', name: 'Commission', sign: 1 },
  { line: 'payment_fee', name: 'Payment fees', sign: -1 },
  { line: 'fixed_cost', name: 'Fixed costs', sign: -1 },
]
const path = join(dir, 'budget.csv')

function read(text: string, currency = 'BRL') {
  writeFileSync(path, text)
  return readBudget(path, lines, moneyFormat({ currency, locale: 'en' }))
}

describe('readBudget', () => {
  it('reads months, lines by id or name, and money to the cent', () => {
    const text =
      '\uFEFFMonth,line,amount\r\n2018-08,commission,1234.5\r\n2018-08,"Payment fees",20\r\n2018-08,items,300\r\n'
    expect(read(text)).toEqual([
      { month: '2018-08', line: 'commission', segment: 'all', amount: 123_450 },
      { month: '2018-08', line: 'payment_fee', segment: 'all', amount: 2_000 },
      { month: '2018-08', line: 'items', segment: 'all', amount: 300 },
    ])
  })

  it('knows currencies without minor units', () => {
    expect(read('month,line,amount\n2018-08,commission,1234\n', 'JPY')[0]!.amount).toBe(1_234)
    expect(() => read('month,line,amount\n2018-08,commission,1234.5\n', 'JPY')).toThrow(
      "got the amount '1234.5' of commission, needed an amount of JPY such as 1234,",
    )
  })

  it.each([
    [
      '2018-08,comission,1',
      "row 2: got the line 'comission', which is none. Did you mean commission?",
    ],
    ['2018-08,rent,1', 'Allowed are commission, payment_fee, fixed_cost, items, subscribers.'],
    ['2018-13,commission,1', "row 2: got the month '2018-13', needed yyyy-mm"],
    ['08/2018,commission,1', "got the month '08/2018', needed yyyy-mm"],
    [
      '2018-08,commission,"1,234.50"',
      "got the amount '1,234.50' of commission, needed an amount of BRL",
    ],
    ['2018-08,payment_fee,-20', 'costs are positive too'],
    ['2018-08,commission,', "got the amount '' of commission"],
    ['2018-08,commission,1.234', "got the amount '1.234'"],
    ['2018-08,items,1.5', "got the amount '1.5' of items, needed a whole number"],
    ['2018-08,commission,1\n2018-08,Commission,2', 'row 3: commission of 2018-08 stands twice'],
    ['2018-08,commission,"1', 'a quote that is never closed'],
  ])('refuses %s', (rows, message) => {
    expect(() => read(`month,line,amount\n${rows}\n`)).toThrow(message)
  })

  it('says which columns it needs, and what to do where there is no file', () => {
    expect(() => read('month,account,amount\n')).toThrow(
      'got the columns month, account, amount, needed month, line, amount',
    )
    const money = moneyFormat({ currency: 'BRL', locale: 'en' })
    expect(() => readBudget(join(dir, 'none.csv'), lines, money)).toThrow('there is no such file')
  })
})

describe('a month against its budget', () => {
  const month = (driver: Driver, rows: Record<string, [number, number]>): LineMonth => ({
    driver,
    segments: new Map(
      Object.entries(rows).map(([name, [units, cents]]) => [name, { units, cents }]),
    ),
  })
  const actual = new Map([
    ['commission', month('items', { toys: [10, 2_000], books: [20, 14_000] })],
    ['payment_fee', month('items', { toys: [10, 100], books: [20, 500] })],
    ['fixed_cost', month('none', { all: [0, 700] })],
  ])
  const against = (text: string) =>
    compared(
      lines,
      budgetMonth(read(`month,line,amount,segment\n${text}\n`), '2018-08', actual),
      actual,
    )

  it('splits volume, mix and price where the budget tells segments apart', () => {
    const { rows, left_out } = against(
      `2018-08,items,10,toys\n2018-08,items,10,books\n2018-08,commission,20,toys\n2018-08,commission,60,books`,
    )
    expect(left_out).toEqual(['Payment fees', 'Fixed costs'])
    expect(rows.map(({ name: _, ...row }) => row)).toEqual(
      ['commission', 'result'].map((line) => ({
        line,
        base_cents: 8_000,
        actual_cents: 16_000,
        difference_cents: 8_000,
        volume_cents: 4_000,
        mix_cents: 2_000,
        price_cents: 2_000,
        other_cents: 0,
      })),
    )
  })

  it('leaves mix within price where it does not, and splits nothing without units', () => {
    const { rows } = against(
      '2018-08,items,20,\n2018-08,commission,80,\n2018-08,payment_fee,4,\n2018-08,fixed_cost,5,',
    )
    const [commission, fee, fixed, result] = rows
    expect(commission).toMatchObject({ volume_cents: 4_000, mix_cents: 0, price_cents: 4_000 })
    // A cost of 6.00 against 4.00: profit is less by 2.00, all of it for half as many items again.
    expect(fee).toMatchObject({
      base_cents: -400,
      actual_cents: -600,
      difference_cents: -200,
      volume_cents: -200,
      price_cents: 0,
    })
    expect(fixed).toMatchObject({ difference_cents: -200, volume_cents: 0, other_cents: -200 })
    expect(result).toMatchObject({
      base_cents: 7_100,
      actual_cents: 14_700,
      difference_cents: 7_600,
    })
  })
})
