import { Assumptions } from '../../src/assumptions/index.js'
import { type Market, readMarket } from '../../src/market/index.js'
import { dayOf } from '../../src/time/calendar.js'

const DAY_MS = 86_400_000

/** A market over orders of so many days from 2017-10-20, Black Friday included from day 35 on. */
export async function marketOver(
  orders: readonly number[],
  changes: Record<string, unknown> = {},
): Promise<Market> {
  const firstDay = dayOf('2017-10-20')
  const rows = orders.map((n, t) => ({
    purchase_date: new Date((firstDay + t) * DAY_MS),
    orders: n,
    gmv_cents: 13_700 * n,
  }))
  return readMarket({
    assumptions: Assumptions.defaults().with(changes),
    rows: async <T>(sql: string) => (sql.includes('fct_orders') ? rows : []) as T[],
  })
}

/** The same market from day `from` on, up to but not including day `to`. */
export function partOf(market: Market, from: number, to: number): Market {
  const cut = (values: ArrayLike<number>) => Float64Array.from(values).slice(from, to)
  const cutAll = (byChannel: Readonly<Record<string, ArrayLike<number>>>) =>
    Object.fromEntries(Object.entries(byChannel).map(([id, values]) => [id, cut(values)]))
  return {
    ...market,
    firstDay: market.firstDay + from,
    days: to - from,
    season: {
      effects: [],
      index: {
        price: cut(market.season.index.price),
        response: cut(market.season.index.response),
        demand: cut(market.season.index.demand),
        spend: cut(market.season.index.spend),
      },
    },
    meanOrders: cut(market.meanOrders),
    spendCents: cutAll(market.spendCents),
  }
}
