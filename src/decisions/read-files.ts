import { hasTable, type SqlSource } from '../engine/index.js'
import { channelId } from '../market/plan/observed-spend.js'
import { dayOf } from '../time/calendar.js'
import type { LiftTest } from './data.js'

/** Clicks that the files of spend count on one day of a channel. */
export interface CountedClicks {
  readonly channel: string
  readonly date: Date
  readonly clicks: number
}

/**
 * Clicks as the files of spend count them, by the id of their channel: lines that tell none, such as
 * those of a warm-up, are left out. Clicks of the model are never among them.
 */
export async function readCountedClicks(source: SqlSource): Promise<CountedClicks[]> {
  if (!(await hasTable(source, 'dwh', 'fct_marketing_spend'))) return []
  const rows = await source.rows<CountedClicks>(
    `select channel, date, clicks from dwh.fct_marketing_spend
     where clicks is not null order by channel, date`,
  )
  return rows.map((row) => ({ ...row, channel: channelId(row.channel) }))
}

/** The lift tests that came with the data, by the id of their channel; none where no file tells any. */
export async function readLiftTests(source: SqlSource): Promise<LiftTest[]> {
  if (!(await hasTable(source, 'dwh', 'fct_lift_tests'))) return []
  const rows = await source.rows<LiftRow>(
    'select * from dwh.fct_lift_tests order by channel, first_date',
  )
  return rows.map((row) => ({
    channel: channelId(row.channel),
    firstDay: dayOf(row.first_date),
    lastDay: dayOf(row.last_date),
    spendFactor: row.spend_factor,
    liftOrders: row.lift_orders,
    standardError: row.standard_error,
  }))
}

interface LiftRow {
  readonly channel: string
  readonly first_date: Date
  readonly last_date: Date
  readonly spend_factor: number
  readonly lift_orders: number
  readonly standard_error: number
}
