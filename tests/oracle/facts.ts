import { dayOf } from './calendar.js'

type Ask = <T>(sql: string) => Promise<T[]>

/** What the oracle starts from: rows of the warehouse, the market and the attribution. */
export interface Facts {
  readonly orders: readonly Order[]
  readonly items: readonly Item[]
  readonly payments: readonly Payment[]
  readonly sellers: readonly string[]
  readonly stateOf: ReadonlyMap<string, string>
  readonly categoryOf: ReadonlyMap<string, string>
  readonly channels: readonly string[]
  readonly marketing: readonly MarketingDay[]
  readonly inFlightCents: number
  readonly inventory: readonly InventoryDay[]
}

export interface Order {
  readonly id: string
  readonly customer: string
  readonly status: string
  readonly purchased: number
  readonly approved: number | null
  readonly handedOver: number | null
  readonly delivered: number | null
  readonly estimated: number | null
  readonly paymentCents: number
  readonly channel: string
  readonly isNew: boolean
  readonly acquisitionCents: number
}

export interface Item {
  readonly orderId: string
  readonly no: number
  readonly seller: string
  readonly product: string
  readonly day: number
  readonly priceCents: number
  readonly freightCents: number
  readonly costCents: number | null
}

export interface Payment {
  readonly orderId: string
  readonly type: string
  readonly cents: number
  readonly instalments: number
}

export interface MarketingDay {
  readonly channel: string
  readonly day: number
  readonly spendCents: number
  readonly clicks: number
  readonly releasedCents: number
  readonly lostClicks: number
}

export interface InventoryDay {
  readonly channel: string
  readonly day: number
  readonly bornCents: number
  readonly consumedCents: number
  readonly decayedCents: number
  readonly expiredCents: number
  readonly changeCents: number
}

const day = (date: Date | null) => (date === null ? null : dayOf(date))

export async function readFacts(ask: Ask): Promise<Facts> {
  const names = async (sql: string) =>
    new Map((await ask<{ id: string; name: string }>(sql)).map(({ id, name }) => [id, name]))
  const sellers = await ask<{ id: string }>('select seller_id as id from dwh.dim_seller')
  const channels = await ask<{ id: string }>('select channel as id from market.dim_channel')
  return {
    orders: await readOrders(ask),
    items: await readItems(ask),
    payments: await ask(
      `select order_id as "orderId", payment_type as type, payment_cents as cents,
         installments as instalments from dwh.fct_payments`,
    ),
    sellers: sellers.map(({ id }) => id),
    stateOf: await names('select customer_unique_id as id, state as name from dwh.dim_customer'),
    categoryOf: await names('select product_id as id, category as name from dwh.dim_product'),
    channels: channels.map(({ id }) => id),
    ...(await readMarketing(ask)),
  }
}

async function readOrders(ask: Ask): Promise<Order[]> {
  type Dated = Record<'purchased' | 'approved' | 'handedOver' | 'delivered' | 'estimated', Date>
  const rows = await ask<Omit<Order, keyof Dated> & Dated>(
    `select o.order_id as id, customer_unique_id as customer, order_status as status,
       o.purchase_date as purchased, approved_at as approved, handed_over_at as "handedOver",
       delivered_at as delivered, estimated_delivery_at as estimated,
       payment_cents as "paymentCents", a.channel, a.is_new_customer as "isNew",
       a.acquisition_cost_cents as "acquisitionCents"
     from dwh.fct_orders as o
     inner join attribution.fct_order_attribution as a on a.order_id = o.order_id`,
  )
  return rows.map((row) => ({
    ...row,
    purchased: dayOf(row.purchased),
    approved: day(row.approved),
    handedOver: day(row.handedOver),
    delivered: day(row.delivered),
    estimated: day(row.estimated),
  }))
}

async function readItems(ask: Ask): Promise<Item[]> {
  const rows = await ask<Omit<Item, 'day'> & { day: Date }>(
    `select order_id as "orderId", order_item_id as no, seller_id as seller, product_id as product,
       purchase_date as day, price_cents as "priceCents", freight_cents as "freightCents",
       cost_cents as "costCents"
     from dwh.fct_order_items order by order_id, order_item_id`,
  )
  return rows.map((row) => ({ ...row, day: dayOf(row.day) }))
}

async function readMarketing(ask: Ask) {
  const marketing = await ask<Omit<MarketingDay, 'day'> & { day: Date }>(
    `select channel, date as day, spend_cents as "spendCents", clicks,
       released_cost_cents as "releasedCents", saturation_loss_clicks as "lostClicks"
     from market.fct_marketing_daily`,
  )
  const inventory = await ask<Omit<InventoryDay, 'day'> & { day: Date }>(
    `select channel, date as day, born_cents as "bornCents", consumed_cents as "consumedCents",
       decayed_cents as "decayedCents", expired_cents as "expiredCents",
       closing_cents - opening_cents as "changeCents"
     from attribution.click_inventory_daily`,
  )
  const [flight] = await ask<{ cents: number }>(
    `select coalesce(sum(cost_cents), 0) as cents from market.spend_release
     where release_date > (select max(date) from market.fct_marketing_daily)`,
  )
  return {
    marketing: marketing.map((row) => ({ ...row, day: dayOf(row.day) })),
    inventory: inventory.map((row) => ({ ...row, day: dayOf(row.day) })),
    inFlightCents: flight!.cents,
  }
}
