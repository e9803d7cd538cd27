import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { runDwh } from './harness.js'
import { tiny, tinyFolder } from './tiny.js'

/** Answers one question about the warehouse of a tiny marketplace. */
async function ask(sql: string, changes: Parameters<typeof tinyFolder>[0] = {}) {
  const db = await runDwh(tinyFolder(changes))
  const rows = await db.all(sql)
  await db.close()
  return rows
}

const warnings = `select check_id, violations, sample from integrity_checks
  where violations > 0 order by check_id`

describe('facts', () => {
  it('orders carry their sums, their person and their days', async () => {
    expect(
      await ask(
        `select order_id, customer_unique_id as person, items, price_cents as price,
           freight_cents as freight, payment_cents as paid, is_new_customer as is_new,
           purchase_date_key as bought, approved_date_key as approved,
           handed_over_date_key as handed_over, delivered_date_key as delivered
         from fct_orders order by order_id`,
      ),
    ).toEqual([
      {
        ...{ order_id: 'o1', person: 'p1', items: 2, price: 6900, freight: 1329, paid: 8229 },
        ...{ is_new: true, bought: 20171124, approved: 20171124 },
        ...{ handed_over: 20171125, delivered: 20171130 },
      },
      {
        ...{ order_id: 'o2', person: 'p1', items: 1, price: 5890, freight: 1330, paid: 7220 },
        ...{ is_new: false, bought: 20180105, approved: 20180105 },
        ...{ handed_over: 20180106, delivered: 0 },
      },
      {
        ...{ order_id: 'o3', person: 'p2', items: 0, price: 0, freight: 0, paid: 2000 },
        ...{ is_new: true, bought: 20180201, approved: 0, handed_over: 0, delivered: 0 },
      },
    ])
  })

  it('a delivered order without a delivery date points to unknown, not to not yet', async () => {
    const orders = [tiny.orders![0]!.replace('2017-11-30 18:00:00', ''), ...tiny.orders!.slice(1)]
    expect(
      await ask(`select delivered_date_key as key from fct_orders where order_id = 'o1'`, {
        orders,
      }),
    ).toEqual([{ key: -1 }])
  })

  it('the first order of two in one second is that of the lower id', async () => {
    const [first] = tiny.orders!
    const orders = [first!, first!.replace('o1,c1', 'o0,c2'), tiny.orders![2]!]
    expect(
      await ask('select order_id from fct_orders where is_new_customer order by order_id', {
        orders,
      }),
    ).toEqual([{ order_id: 'o0' }, { order_id: 'o3' }])
  })

  it('reviews keep their text', async () => {
    expect(await ask('select review_score, comment_message from fct_reviews')).toEqual([
      { review_score: 5, comment_message: 'good, "very" good' },
    ])
  })
})

describe('dimensions', () => {
  it('a person has the address of the latest order', async () => {
    expect(
      await ask(`select orders, zip_code_prefix as zip, city, state, first_purchase_date as first
        from dim_customer where customer_unique_id = 'p1'`),
    ).toEqual([
      { orders: 2, zip: '01046', city: 'sao paulo', state: 'SP', first: new Date('2017-11-24') },
    ])
  })

  it('a product has an English category, or the fallback', async () => {
    expect(
      await ask(`select product_id, category, category_source as source, weight_g
        from dim_product order by product_id`),
    ).toEqual([
      { product_id: 'unknown', category: 'unknown', source: 'fallback', weight_g: null },
      { product_id: 'x', category: 'toys', source: 'translation', weight_g: 300 },
      { product_id: 'y', category: 'unknown', source: 'fallback', weight_g: null },
    ])
  })

  it('a zip prefix has the mean of its points inside Brazil, and its commonest city', async () => {
    expect(
      await ask(`select zip_code_prefix as zip, latitude, longitude, city, points
        from dim_geography order by zip`),
    ).toEqual([
      { zip: '01037', latitude: -23.6, longitude: -46.7, city: 'sao paulo', points: 3 },
      { zip: '01046', latitude: null, longitude: null, city: 'sao paulo', points: 0 },
      { zip: '13023', latitude: -22.9, longitude: -47, city: 'campinas', points: 1 },
      { zip: '99999', latitude: null, longitude: null, city: 'nowhere', points: 0 },
      { zip: 'unknown', latitude: null, longitude: null, city: 'unknown', points: 0 },
    ])
  })
})

describe('keys without a match', () => {
  const changes = {
    order_items: [...tiny.order_items!, 'o9,1,z,s9,2018-01-09 10:00:00,1.00,0.50'],
    customers: tiny.customers!.slice(1),
  }

  it('point to default members, and no row is lost', async () => {
    expect(
      await ask(
        `select i.seller_id, i.product_id, i.customer_unique_id as person, i.order_status as status,
           i.price_cents, s.state, p.category, c.city
         from fct_order_items as i
         join dim_seller as s on s.seller_id = i.seller_id
         join dim_product as p on p.product_id = i.product_id
         join dim_customer as c on c.customer_unique_id = i.customer_unique_id
         where i.order_id = 'o9'`,
        changes,
      ),
    ).toEqual([
      {
        ...{ seller_id: 'unknown', product_id: 'unknown', person: 'unknown', status: 'unknown' },
        ...{ price_cents: 100, state: 'unknown', category: 'unknown', city: 'unknown' },
      },
    ])
  })

  it('are reported with their keys', async () => {
    const found = await ask(warnings, changes)
    expect(found).toContainEqual({
      check_id: 'relationships_fct_order_items_order_id_fct_orders',
      violations: 1,
      sample: 'o9',
    })
    expect(found).toContainEqual({
      check_id: 'relationships_raw_orders_customer_id_raw_customers',
      violations: 1,
      sample: 'c1',
    })
    expect(found).toContainEqual({
      check_id: 'relationships_raw_order_items_seller_id_raw_sellers',
      violations: 1,
      sample: 's9',
    })
  })
})

describe('defects of reality', () => {
  it('are none in the tiny marketplace, but for the order without items', async () => {
    expect(await ask(warnings)).toEqual([
      { check_id: 'orders_have_items', violations: 1, sample: 'o3' },
    ])
  })

  it('a payment off by more than the tolerance', async () => {
    const off = (cents: string) => [
      `o1,1,credit_card,1,82.2${cents}`,
      ...tiny.order_payments!.slice(2),
    ]
    const ids = async (cents: string) =>
      (await ask(warnings, { order_payments: off(cents) })).map((row) => row.check_id)
    expect(await ids('8')).not.toContain('payments_equal_items_and_freight')
    expect(await ids('7')).toContain('payments_equal_items_and_freight')
  })

  it('text that is no date is counted and loaded as unknown', async () => {
    const orders = [
      tiny.orders![0]!.replace('2017-11-30 18:00:00', '30/11/2017'),
      ...tiny.orders!.slice(1),
    ]
    expect(await ask(warnings, { orders })).toContainEqual({
      check_id: 'castable_raw_orders_order_delivered_customer_date',
      violations: 1,
      sample: 'o1 30/11/2017',
    })
  })
})

describe('raw values that no model can live with stop the stage, naming table, column and keys', () => {
  it.each([
    [
      'a doubled order',
      { orders: [...tiny.orders!, tiny.orders![0]!] },
      'unique_raw_orders_order_id',
    ],
    [
      'a doubled item',
      { order_items: [...tiny.order_items!, tiny.order_items![0]!] },
      'unique_raw_order_items_order_id_order_item_id',
    ],
    [
      'no day of purchase',
      { orders: ['o1,c1,created,,,,,', ...tiny.orders!.slice(1)] },
      'not_null_raw_orders_order_purchase_timestamp',
    ],
    [
      'a day of purchase that is none',
      { orders: ['o1,c1,created,2017-13-01 00:00:00,,,,', ...tiny.orders!.slice(1)] },
      'castable_raw_orders_order_purchase_timestamp',
    ],
    [
      'money with a decimal comma',
      { order_items: ['o1,1,x,s1,2017-11-28 10:00:00,"58,90",13.29'] },
      'castable_raw_order_items_price): 1 violation, e.g. o1 1 58,90',
    ],
    ['no order at all', { orders: [] }, 'No order of the files has a date of purchase'],
  ])('%s', async (_, changes, words) => {
    const failure = runDwh(tinyFolder(changes))
    await expect(failure).rejects.toThrow(InputError)
    await expect(failure).rejects.toThrow(words)
  })
})
