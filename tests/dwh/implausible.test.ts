import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { runDwh } from './harness.js'
import { tiny, tinyFolder } from './tiny.js'

/** Sixty orders of one item, one a day from 1 March 2018, sold by two sellers. */
function shop(change: (lines: Record<string, string[]>) => void = () => {}): string {
  const lines: Record<string, string[]> = {
    orders: [],
    order_items: [],
    customers: [],
    order_payments: [],
  }
  for (let n = 0; n < 60; n++) {
    const day = new Date(Date.UTC(2018, 2, 1 + n)).toISOString().slice(0, 10)
    lines.orders!.push(
      `n${n},c${n},delivered,${day} 10:00:00,${day} 11:00:00,,${day} 20:00:00,${day} 23:00:00`,
    )
    lines.order_items!.push(`n${n},1,x,s${1 + (n % 2)},${day} 12:00:00,${20 + n}.00,5.00`)
    lines.customers!.push(`c${n},p${n},01037,sao paulo,SP`)
    lines.order_payments!.push(`n${n},1,credit_card,1,${25 + n}.00`)
  }
  change(lines)
  return tinyFolder({ ...tiny, ...lines, order_reviews: [] })
}

const order = (id: string, day: string) => `${id},c1,delivered,${day} 10:00:00,,,,`

async function refusal(dir: string, changes: Record<string, unknown> = {}): Promise<string> {
  const started = performance.now()
  const message = await runDwh(dir, { changes }).then(
    async (db) => {
      await db.close()
      return 'no refusal'
    },
    (error: Error) => {
      expect(error).toBeInstanceOf(InputError)
      return error.message
    },
  )
  expect(performance.now() - started).toBeLessThan(30_000)
  return message
}

describe('data that can hardly be true is refused where it comes in', () => {
  it('finds nothing in a plausible shop', async () => {
    expect(await refusal(shop())).toBe('no refusal')
  })

  it.each([
    ['2099-01-01', 'after today'],
    ['2099-01-01', 'o9 on 2099-01-01'],
    ['1017-05-01', '1 order stands more than 366 days from all others: o9 on 1017-05-01'],
  ])('an order of %s: %s', async (day, words) => {
    const dir = shop((lines) => lines.orders!.push(order('o9', day)))
    const message = await refusal(dir)
    expect(message).toContain(words)
    expect(message).toContain('dwh.date_gap_days (366)')
  })

  it('a few orders over many years, though no two are far apart', async () => {
    const dir = shop((lines) => {
      for (let year = 1998; year < 2018; year++) {
        lines.orders!.push(order(`y${year}`, `${year}-03-01`))
      }
    })
    expect(await refusal(dir)).toContain('80 orders are spread over 20 years')
  })

  it('a delivery long after its purchase', async () => {
    const dir = shop((lines) => {
      lines.orders![0] = 'n0,c0,delivered,2018-03-01 10:00:00,,,2081-03-02 00:00:00,'
    })
    expect(await refusal(dir)).toContain(
      'delivered_at stands more than 730 days from the purchase in 1 orders, e.g. n0',
    )
  })

  it('an amount out of all proportion, and one below 0', async () => {
    const dear = shop((lines) => {
      lines.order_items![7] = 'n7,1,x,s1,2018-03-08 12:00:00,990000.00,5.00'
    })
    expect(await refusal(dear)).toContain(
      'price_cents is over 1000 times the 99.9th percentile in 1 rows of order_items, e.g. n7 1',
    )
    const cheap = shop((lines) => {
      lines.order_items![7] = 'n7,1,x,s1,2018-03-08 12:00:00,-9.00,5.00'
    })
    expect(await refusal(cheap)).toContain(
      'price, freight, cost or payment is below 0 in 1 lines, e.g. n7 1',
    )
    const back = shop((lines) => {
      lines.order_payments![7] = 'n7,1,credit_card,1,-32.00'
    })
    expect(await refusal(back)).toContain('payment is below 0 in 1 lines, e.g. n7 1')
  })

  it('payments in more instalments than any', async () => {
    const dir = shop((lines) => {
      lines.order_payments![7] = 'n7,1,credit_card,200000000,32.00'
    })
    const message = await refusal(dir)
    expect(message).toContain('1 payments come in more than 120 instalments, e.g. n7 1: 200000000')
    expect(message).toContain('raise dwh.most_instalments (120)')
  })

  it.each([
    ['a sellers file with a header only', []],
    ['sellers that match nothing', ['z1,13023,campinas,SP', 'z2,13023,campinas,SP']],
  ])('%s', async (_, sellers) => {
    const dir = shop((lines) => {
      lines.sellers = [...sellers]
    })
    const message = await refusal(dir)
    expect(message).toContain(
      'the file of sellers knows the seller_id of 0 of 60 order items, e.g. not s1',
    )
    expect(message).toContain('lower dwh.least_match_bps (5000)')
  })
})

describe('what a declared bound lets pass', () => {
  it('is said', async () => {
    const dir = shop((lines) => {
      lines.sellers = []
    })
    const db = await runDwh(dir, { changes: { 'dwh.least_match_bps': 0 } })
    const notes = await db.all(
      `select severity, statement from source_notes where note_id like 'let_pass%'`,
    )
    expect(notes).toEqual([
      {
        severity: 'warning',
        statement:
          'Let pass though it can hardly be true: the file of sellers knows the seller_id of 0 of 60 order items, e.g. not s1.',
      },
    ])
    await db.close()
  })
})
