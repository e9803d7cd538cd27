import { groupBy, ratio, sum, sumOf } from './cents.js'
import type { BareRow, UnitRow } from './economics.js'
import { type Line, type Lines, lineNames, lineSigns } from './profit.js'
import type { Subscription } from './subscriptions.js'

/** A row of a budget as it is written: a line or `items` or `subscribers`; `all` where no segment is told. */
export interface Budgeted {
  readonly month: string
  readonly line: string
  readonly segment: string
  readonly amount: number
}

/** What a line comes to in a month, by segment: [units, cents]; without units where nothing counts them. */
interface Amounts {
  readonly counted: boolean
  readonly segments: ReadonlyMap<string, readonly [units: number, cents: number]>
}
type Month = ReadonlyMap<string, Amounts>

type Made = Record<string, readonly object[]>

/** Every line of a month of purchase, from the tables that the oracle made. */
export function actualMonth(
  made: Made,
  categoryOf: ReadonlyMap<string, string>,
  month: string,
): Month {
  const within = <T extends { purchase_date: string }>(rows: readonly object[]) =>
    (rows as T[]).filter(({ purchase_date }) => purchase_date.startsWith(month))
  const units = within<UnitRow>(made.fct_unit_economics!)
  const bare = within<BareRow>(made.fct_orders_without_items!)
  const plans = (made.fct_subscriptions as Subscription[])
    .filter((row) => row.month.startsWith(month) && row.mrr_cents > 0)
    .map((row) => ({ segment: row.plan, row }))
  const rows = [
    ...units.map((row) => ({ segment: categoryOf.get(row.product_id) ?? '(unknown)', row })),
    ...bare.map((row) => ({ segment: '(no items)', row })),
  ]
  const totals = monthTotals(made, month)
  return new Map(
    lineNames.map((line) => {
      const column = `${line}_cents` as const
      const by = {
        items: () => bySegment(rows, ({ row }) => (row as Partial<Lines>)[column] ?? 0),
        subscribers: () => bySegment(plans, ({ row }) => row.recognised_cents),
        none: (): Amounts => ({
          counted: false,
          segments: new Map([['all', [0, totals[column]]]]),
        }),
      }
      return [line, by[unitsOf(line)]()]
    }),
  )
}

function bySegment<T extends { segment: string }>(
  rows: readonly T[],
  cents: (row: T) => number,
): Amounts {
  const groups = [...groupBy(rows, ({ segment }) => segment)]
  return {
    counted: true,
    segments: new Map(groups.map(([name, of]) => [name, [of.length, sumOf(of, cents)]])),
  }
}

/** The month's profit and loss by purchase. */
function monthTotals(made: Made, month: string): Lines {
  type Period = Lines & { basis: string; period: string; start_date: string }
  return (made.pnl_periods as Period[]).find(
    ({ basis, period, start_date }) =>
      basis === 'cohort' && period === 'month' && start_date === `${month}-01`,
  )!
}

/** The lines that a budget names in a month; segments count where every row of a line and its units has one. */
export function budgetMonth(budget: readonly Budgeted[], month: string): Month {
  const of = groupBy(
    budget.filter((row) => row.month === month),
    ({ line }) => line,
  )
  const lines = lineNames.filter((line) => of.has(line))
  return new Map(
    lines.map((line) => {
      const own = of.get(line)!
      const units = of.get(unitsOf(line)) ?? []
      const isApart = [...own, ...units].every(({ segment }) => segment !== 'all')
      const rows = [
        ...own.map((row) => ({ ...row, at: [0, row.amount] })),
        ...units.map((row) => ({ ...row, at: [row.amount, 0] })),
      ]
      const groups = groupBy(rows, ({ segment }) => (isApart ? segment : 'all'))
      const segments = new Map(
        [...groups].map(([name, parts]) => {
          const all = (i: number) => sumOf(parts, ({ at }) => at[i]!)
          return [name, [all(0), all(1)] as const]
        }),
      )
      return [line, { counted: units.length > 0, segments }]
    }),
  )
}

/** What counts the units of a line. */
function unitsOf(line: Line): 'items' | 'subscribers' | 'none' {
  if (line === 'subscription_revenue') return 'subscribers'
  const uncounted = /^(marketing_|fixed_cost$|subscription_tax$)/.test(line)
  return uncounted ? 'none' : 'items'
}

/** By line: base, actual, difference, volume, mix, price and the rest; profit up, cost negative. */
export function variances(base: Month, actual: Month): Record<string, readonly number[]> {
  return Object.fromEntries(
    [...base].flatMap(([line, from]) => {
      const to = from.segments.has('all') ? together(actual.get(line)!) : actual.get(line)!
      const stands = [from, to].some(({ segments }) =>
        [...segments.values()].some(([, cents]) => cents !== 0),
      )
      const amounts = splitOf(from, to).map((cents) => lineSigns[line as Line] * cents + 0)
      return stands ? [[line, amounts] as const] : []
    }),
  )
}

function splitOf(from: Amounts, to: Amounts): number[] {
  const [[units, cents], [toUnits, toCents]] = [whole(from), whole(to)]
  const difference = toCents - cents
  const head = [cents, toCents, difference]
  if (!from.counted) return [...head, 0, 0, 0, difference]
  if (units === 0) return [...head, difference, 0, 0, 0]
  const atTheirOwn = sum(
    [...to.segments].map(([name, [count]]) => {
      const [own, worth] = from.segments.get(name) ?? [0, 0]
      return own > 0 ? ratio(worth, count, own) : ratio(cents, count, units)
    }),
  )
  const atTheMean = ratio(cents, toUnits, units)
  return [...head, atTheMean - cents, atTheirOwn - atTheMean, toCents - atTheirOwn, 0]
}

function whole({ segments }: Amounts): readonly [number, number] {
  const all = [...segments.values()]
  return [sumOf(all, ([units]) => units), sumOf(all, ([, cents]) => cents)]
}

const together = (amounts: Amounts): Amounts => ({
  ...amounts,
  segments: new Map([['all', whole(amounts)]]),
})
