import { dateOf, dayOf } from '../../src/time/calendar.js'
import { readCsv } from '../synthetic/read-csv.js'
import { writeCsv } from '../synthetic/write-csv.js'

type Row = Record<string, string>

/** When something happens to an order, in days from its purchase; never where it is not said. */
interface Happens {
  readonly approved?: number
  readonly handedOver?: number
  readonly delivered?: number
  /** Default: as it is in the file. */
  readonly estimated?: number | 'never'
}

/** What is declared of delays, in days. */
export interface Delays {
  readonly undeliveredDays: number
  readonly refundDays: number
}

const ORDERS = 'olist_orders_dataset.csv'
const CUSTOMERS = 'olist_customers_dataset.csv'
const ITEMS = 'olist_order_items_dataset.csv'
const PAYMENTS = 'olist_order_payments_dataset.csv'

/** The orders of a folder by their place among the early ones, whose fates can be told. */
class Orders {
  readonly last: number
  readonly #rows: Row[]
  readonly #early: Row[]

  constructor(
    readonly dir: string,
    days: number,
  ) {
    this.#rows = readCsv(dir, ORDERS)
    this.last = Math.max(...this.#rows.map(boughtOn))
    this.#early = this.#rows.filter((order) => boughtOn(order) < this.last - days)
  }

  /** Days from the purchase of an order to the end of the data. */
  age(nth: number): number {
    return this.last - boughtOn(this.#early[nth]!)
  }

  becomes(nth: number, status: string, happens: Happens): void {
    const order = this.#early[nth]!
    const at = (days?: number) =>
      days === undefined ? '' : `${dateOf(boughtOn(order) + days)} 12:00:00`
    const { approved, handedOver, delivered, estimated } = happens
    Object.assign(order, {
      order_status: status,
      order_approved_at: at(approved),
      order_delivered_carrier_date: at(handedOver),
      order_delivered_customer_date: at(delivered),
    })
    if (estimated === undefined) return
    order.order_estimated_delivery_date = at(estimated === 'never' ? undefined : estimated)
  }

  /** Puts other rows in the place of an order's items or payments, each like its first. */
  holds(name: typeof ITEMS | typeof PAYMENTS, nth: number, others: readonly Row[]): void {
    const { order_id } = this.#early[nth]!
    const all = readCsv(this.dir, name)
    const like = all.find((row) => row.order_id === order_id) ?? all[0]!
    const kept = all.filter((row) => row.order_id !== order_id)
    writeCsv(this.dir, name, [
      ...kept,
      ...others.map((own) => ({ ...like, order_id: order_id!, ...own })),
    ])
  }

  /** The buyer of an order lives in a state of their own. */
  livesAlone(nth: number): void {
    const customers = readCsv(this.dir, CUSTOMERS)
    const { customer_id } = this.#early[nth]!
    const buyer = customers.find((row) => row.customer_id === customer_id)!
    buyer.customer_state = `X${nth % 10}`
    writeCsv(this.dir, CUSTOMERS, customers)
  }

  /** Whoever bought one order bought the other too, at the same moment. */
  sameBuyer(nth: number, other: number): void {
    const [one, same] = [this.#early[nth]!, this.#early[other]!]
    same.order_purchase_timestamp = one.order_purchase_timestamp!
    const customers = readCsv(this.dir, CUSTOMERS)
    const of = ({ customer_id }: Row) => customers.find((row) => row.customer_id === customer_id)!
    of(same).customer_unique_id = of(one).customer_unique_id!
    writeCsv(this.dir, CUSTOMERS, customers)
  }

  write(): void {
    writeCsv(this.dir, ORDERS, this.#rows)
  }
}

const boughtOn = (order: Row) => dayOf(order.order_purchase_timestamp!.slice(0, 10))

/**
 * Puts orders on the edges of what is declared: overdue and delivered after all on the last day, overdue
 * just then, ended just then or on the day that their payment is due, ended with nothing to keep, with days
 * in an unusual order, with nothing but their purchase, and one that is worth just as much as a subscription plan asks for.
 */
export function putOnEdges(dir: string, { undeliveredDays, refundDays }: Delays): void {
  const orders = new Orders(dir, 3 * undeliveredDays)
  const due = undeliveredDays
  orders.becomes(3, 'delivered', { approved: 0, delivered: due - 2, handedOver: due + 3 })
  orders.becomes(5, 'shipped', { approved: orders.age(5) - due })
  orders.becomes(8, 'delivered', { handedOver: 2, approved: 4, estimated: 'never' })
  orders.becomes(11, 'delivered', { handedOver: 1, delivered: 3, approved: 5 })
  orders.becomes(12, 'delivered', { approved: 0, handedOver: 1, delivered: orders.age(12) })
  orders.becomes(13, 'shipped', { approved: 0, handedOver: due })
  orders.holds(ITEMS, 13, [{ price: '80.00' }])
  orders.becomes(14, 'created', { handedOver: 1 })
  orders.becomes(15, 'canceled', { approved: 0 })
  orders.holds(PAYMENTS, 15, [])
  orders.becomes(16, 'canceled', { approved: orders.age(16) - refundDays })
  orders.holds(PAYMENTS, 16, [{ payment_type: 'credit_card' }])
  orders.becomes(17, 'canceled', { approved: 1 })
  orders.holds(PAYMENTS, 17, [{ payment_type: 'boleto', payment_installments: '1' }])
  orders.becomes(18, 'canceled', { approved: 1 })
  orders.holds(ITEMS, 18, [])
  orders.holds(PAYMENTS, 18, [{ payment_type: 'voucher' }])
  orders.holds(ITEMS, 20, [{ seller_id: 'just so much', price: '150.00' }])
  orders.sameBuyer(21, 22)
  for (let nth = 23; nth < 31; nth++) {
    orders.becomes(nth, 'created', {})
    orders.holds(ITEMS, nth, [])
    orders.holds(PAYMENTS, nth, [])
    orders.livesAlone(nth)
  }
  orders.write()
}

const AGES = [300, 181, 180, 179, 91, 90, 89, 61, 60, 59, 31, 30, 29, 1, 0]

/**
 * Orders that were paid and are not delivered, of ages at and beside every limit of the list of what is
 * held for sellers, approved the day after their purchase; some without items or a fee.
 */
export function letOrdersAge(dir: string): void {
  const orders = new Orders(dir, 0)
  AGES.forEach((age, i) => {
    const nth = 3 * i + 1
    const approved = orders.age(nth) - age
    const handedOver = i % 2 === 0 ? { handedOver: approved } : {}
    orders.becomes(nth, i % 2 === 0 ? 'shipped' : 'approved', { approved, ...handedOver })
  })
  for (let i = 0; i < 8; i++) {
    const nth = 3 * (AGES.length + i) + 1
    const approved = orders.age(nth) - 10
    orders.becomes(nth, 'shipped', { approved, handedOver: approved })
    orders.holds(ITEMS, nth, [])
    orders.holds(PAYMENTS, nth, [{ payment_type: 'voucher' }])
  }
  orders.write()
}

/** Items of 0, 1 or 2 cents without freight, and payments of as much, from the first of a month on. */
export function sellForCents(dir: string): void {
  const items = readCsv(dir, ITEMS)
  items.forEach((item, i) => {
    item.price = `0.0${i % 3}`
    item.freight_value = '0.00'
  })
  writeCsv(dir, ITEMS, items)
  const payments = readCsv(dir, PAYMENTS)
  payments.forEach((payment, i) => {
    payment.payment_value = `0.0${i % 3}`
  })
  writeCsv(dir, PAYMENTS, payments)
  const orders = soldOrders(dir, items)
  const first = orders.reduce((one, other) => (boughtOn(other) < boughtOn(one) ? other : one))
  first.order_purchase_timestamp = `${first.order_purchase_timestamp!.slice(0, 8)}01 09:00:00`
  writeCsv(dir, ORDERS, orders)
}

/** Nobody pays, and everybody buys something. */
export function payNothing(dir: string): void {
  const [first] = readCsv(dir, PAYMENTS) as [Row]
  writeCsv(dir, PAYMENTS, [{ ...first, payment_value: '0.00' }])
  writeCsv(dir, ORDERS, soldOrders(dir, readCsv(dir, ITEMS)))
}

/** Orders with an item. */
function soldOrders(dir: string, items: readonly Row[]): Row[] {
  const sold = new Set(items.map(({ order_id }) => order_id))
  return readCsv(dir, ORDERS).filter(({ order_id }) => sold.has(order_id))
}
