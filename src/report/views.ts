import { statusRules } from '../schema/finance/profit-lines.js'
import type { Workbench } from '../workbench/index.js'
import { runSellsOwnGoods } from './own-goods.js'

/** Each line of an order in one status, by the name it is declared under: the event on which it stands, or 'never'. */
export type StatusEvents = Readonly<Record<string, string>>

/** What each order status earns and costs, and when: the declared matrix, a row each. */
export function statusMatrix({ assumptions }: Workbench): StatusEvents[] {
  const lines = statusRules.map(({ field }) => field)
  return assumptions.members('finance.statuses').map((order_status) => {
    const events = lines.map((line) => [
      line,
      assumptions.text(`finance.statuses.${order_status}.${line}`).replace('_', ' '),
    ])
    return { order_status, ...Object.fromEntries(events) }
  })
}

/** One step from GMV to contribution after marketing, or a total on the way. */
export interface WaterfallStep {
  readonly step: string
  readonly amount_cents: number
  readonly is_total: boolean
  /** Ends of the range of nine draws in ten, over all ranges of assumptions; null where none was drawn. */
  readonly low_cents?: number | null
  readonly high_cents?: number | null
}

interface WaterfallLine {
  readonly line: string
  readonly name: string
  readonly section: string
  readonly cents: number
}

/** What the price of goods turns into: a commission for an agent, revenue for a principal. */
const EARNED_ON_GOODS = ['commission', 'goods_revenue']

/** From what buyers ordered to what the business keeps, by purchase cohort. */
export async function profitWaterfall(workbench: Workbench): Promise<WaterfallStep[]> {
  const [gmv] = await workbench.rows<{ cents: number }>(
    'select sum(gmv_cents) as cents from finance.pnl_cohort_daily',
  )
  const lines = await workbench.rows<WaterfallLine>(
    `select l.line, l.name, l.section, r.cohort_cents as cents
     from finance.reconciliation as r inner join finance.profit_lines as l on l.line = r.line
     order by l.line_no`,
  )
  const ranges = await drawnRanges(workbench)
  const made = (is_total: boolean) => (step: string, amount_cents: number) => {
    const [low_cents, high_cents] = ranges.get(step) ?? [null, null]
    return { step, amount_cents, is_total, low_cents, high_cents }
  }
  const [total, change] = [made(true), made(false)]
  const sum = (of: typeof lines) => of.reduce((all, { cents }) => all + cents, 0)
  const last = lines.filter(({ section, cents }) => section === 'operating_result' && cents !== 0)
  const upTo = lines.filter(({ section }) => section !== 'operating_result')
  const isEarned = ({ line }: { line: string }) => EARNED_ON_GOODS.includes(line)
  const earned = sum(upTo.filter(isEarned))
  const others = upTo.filter((row) => !isEarned(row) && row.cents !== 0)
  const notEarned = runSellsOwnGoods(workbench)
    ? 'Never delivered'
    : 'Left to sellers, or never delivered'
  return [
    total('GMV', gmv!.cents),
    change(notEarned, earned - gmv!.cents),
    total('Earned on goods', earned),
    ...others.map(({ name, cents }) => change(name, cents)),
    total('Contribution after marketing', sum(upTo)),
    ...last.map(({ name, cents }) => change(name, cents)),
    ...(last.length > 0 ? [total('Operating result', sum(lines))] : []),
  ]
}

/** The ranges that decisions drew for steps of the waterfall, by step; none where decisions were not made. */
async function drawnRanges(
  workbench: Workbench,
): Promise<Map<string, readonly [low: number, high: number]>> {
  if (!workbench.record?.artifacts.decisions) return new Map()
  const rows = await workbench.rows<{ figure: string; low: number; high: number }>(
    'select figure, low, high from decisions.verdict_range',
  )
  if (rows.length === 0) return new Map()
  const of = (figure: string) => rows.find((row) => row.figure === figure)!
  const result = of('contribution_after_marketing_cents')
  const acquisition = of('acquisition_cost_cents')
  return new Map([
    ['Acquisition cost', [-acquisition.high, -acquisition.low]],
    ['Contribution after marketing', [result.low, result.high]],
  ])
}

/** The profit of one day and of all days up to it. */
export interface ProfitDay {
  readonly date: Date
  readonly contribution_after_marketing_cents: number
  readonly cumulated_cents: number
}

/**
 * The daily profit and its running sum.
 *
 * @param basis `cohort`: by purchase day; `recognition`: by the day it is recognised
 */
export async function dailyProfit(
  workbench: Workbench,
  basis: 'cohort' | 'recognition' = 'cohort',
): Promise<ProfitDay[]> {
  const table = basis === 'cohort' ? 'finance.pnl_cohort_daily' : 'finance.pnl_daily'
  return workbench.rows(
    `select date, contribution_after_marketing_cents,
       cast(sum(contribution_after_marketing_cents) over (order by date) as bigint) as cumulated_cents
     from ${table} order by date`,
  )
}
