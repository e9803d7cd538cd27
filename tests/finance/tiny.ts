import { day, type Rows, type World } from './world.js'

/** Its md5 gives bucket 2: tier low, 10% commission. */
export const SELLER = 'seller-a'

const first = day('2018-01-30')
const second = day('2018-01-31')
const third = day('2018-02-01')

const orders: Rows = [
  {
    order_id: 'delivered',
    customer_unique_id: 'ana',
    order_status: 'delivered',
    approved_at: day('2018-01-30T10:00:00'),
    handed_over_at: day('2018-01-31T09:00:00'),
    delivered_at: day('2018-02-01T12:00:00'),
    estimated_delivery_at: day('2018-02-01'),
    purchase_date: first,
    items: 3,
    payment_cents: 10_600,
  },
  {
    order_id: 'canceled',
    customer_unique_id: 'bia',
    order_status: 'canceled',
    approved_at: day('2018-01-31T10:00:00'),
    handed_over_at: day('2018-01-31T18:00:00'),
    purchase_date: second,
    items: 1,
    payment_cents: 5_500,
  },
  {
    order_id: 'empty',
    customer_unique_id: 'ana',
    order_status: 'invoiced',
    approved_at: day('2018-02-01T10:00:00'),
    purchase_date: third,
    payment_cents: 2_000,
  },
]

const item = (order_id: string, order_item_id: number, price: number, freight: number) => ({
  order_id,
  order_item_id,
  seller_id: SELLER,
  purchase_date: order_id === 'delivered' ? first : second,
  price_cents: price,
  freight_cents: freight,
  cost_cents: null,
})

/** Three orders of one seller, one paid channel, three days; every cent can be added in the head. */
export const tiny: World = {
  'dwh.fct_orders': orders,
  'dwh.fct_order_items': [
    item('delivered', 1, 3_333, 200),
    item('delivered', 2, 3_333, 200),
    item('delivered', 3, 3_334, 200),
    item('canceled', 1, 5_000, 500),
  ],
  'dwh.fct_payments': [
    {
      order_id: 'delivered',
      payment_sequential: 1,
      payment_type: 'credit_card',
      payment_cents: 10_000,
    },
    { order_id: 'delivered', payment_sequential: 2, payment_type: 'voucher', payment_cents: 600 },
    {
      order_id: 'canceled',
      payment_sequential: 1,
      payment_type: 'credit_card',
      payment_cents: 5_500,
    },
    { order_id: 'empty', payment_sequential: 1, payment_type: 'boleto', payment_cents: 2_000 },
  ],
  'dwh.dim_seller': [{ seller_id: SELLER }],
  'dwh.dim_date': [
    { date_key: 20180130, date: first },
    { date_key: 20180131, date: second },
    { date_key: 20180201, date: third },
  ],
  'market.dim_channel': [{ channel: 'email_marketing', is_paid: true }],
  'market.fct_marketing_daily': [
    {
      channel: 'email_marketing',
      date: first,
      spend_cents: 100,
      clicks: 4,
      released_cost_cents: 60,
    },
    {
      channel: 'email_marketing',
      date: second,
      spend_cents: 50,
      clicks: 0,
      released_cost_cents: 70,
    },
    { channel: 'email_marketing', date: third, spend_cents: 0, clicks: 1, released_cost_cents: 10 },
  ],
  'market.spend_release': [
    { channel: 'email_marketing', spend_date: first, release_date: first, cost_cents: 60 },
    { channel: 'email_marketing', spend_date: first, release_date: second, cost_cents: 40 },
    { channel: 'email_marketing', spend_date: second, release_date: second, cost_cents: 30 },
    { channel: 'email_marketing', spend_date: second, release_date: third, cost_cents: 10 },
    {
      channel: 'email_marketing',
      spend_date: second,
      release_date: day('2018-02-02'),
      cost_cents: 10,
    },
  ],
  'attribution.click_lots': [
    {
      channel: 'email_marketing',
      click_date: first,
      clicks_born: 4,
      clicks_consumed: 2,
      clicks_decayed: 1,
      clicks_expired: 1,
      born_cents: 60,
      consumed_cents: 30,
      decayed_cents: 15,
      expired_cents: 15,
    },
    {
      channel: 'email_marketing',
      click_date: third,
      clicks_born: 1,
      clicks_live: 1,
      born_cents: 10,
      live_cents: 10,
    },
  ],
  'attribution.click_inventory_daily': [
    {
      channel: 'email_marketing',
      date: first,
      born_clicks: 4,
      consumed_clicks: 1,
      decayed_clicks: 1,
      closing_clicks: 2,
      born_cents: 60,
      consumed_cents: 15,
      decayed_cents: 15,
      closing_cents: 30,
    },
    {
      channel: 'email_marketing',
      date: second,
      opening_clicks: 2,
      consumed_clicks: 1,
      expired_clicks: 1,
      opening_cents: 30,
      consumed_cents: 15,
      expired_cents: 15,
    },
    {
      channel: 'email_marketing',
      date: third,
      born_clicks: 1,
      closing_clicks: 1,
      born_cents: 10,
      closing_cents: 10,
    },
  ],
  'attribution.fct_order_attribution': [
    {
      order_id: 'delivered',
      purchase_date: first,
      channel: 'email_marketing',
      is_new_customer: true,
      clicks: 1,
      acquisition_cost_cents: 15,
    },
    {
      order_id: 'canceled',
      purchase_date: second,
      channel: 'email_marketing',
      is_new_customer: true,
      clicks: 1,
      acquisition_cost_cents: 15,
    },
    {
      order_id: 'empty',
      purchase_date: third,
      channel: 'direct',
      is_new_customer: false,
      clicks: 0,
      acquisition_cost_cents: 0,
    },
  ],
}
