import type { Columns } from '../engine/index.js'
import { count, day, type TableSchema, text } from '../schema/column.js'
import type { DemandColumns, InventoryRun } from './inventory.js'
import type { LotDayColumns } from './ledger.js'
import type { InventoryRules } from './rules.js'

/** The columns of `attribution.demand_daily`. */
export function demandDaily(firstDay: number, demand: DemandColumns): Columns {
  return {
    date: demand.orders.map((_, t) => firstDay + t),
    orders: demand.orders,
    declared_direct_orders: demand.declaredDirect,
    capacity_orders: demand.capacity,
    attributed_orders: demand.attributed,
    unserved_orders: demand.unserved,
  }
}

/** The columns of `attribution.click_lot_daily`. */
export function lotDaily(lot: LotDayColumns, { channels }: InventoryRules): Columns {
  const ids = channels.map(({ channel }) => channel)
  return {
    channel: Array.from(lot.channel, (c) => ids[c]!),
    click_date: lot.clickDay,
    date: lot.day,
    age_days: lot.day.map((day, i) => day - lot.clickDay[i]!),
    opening_clicks: lot.openingClicks,
    born_clicks: lot.bornClicks,
    consumed_clicks: lot.consumedClicks,
    decayed_clicks: lot.decayedClicks,
    expired_clicks: lot.expiredClicks,
    closing_clicks: lot.closingClicks,
    opening_cents: lot.openingCents,
    born_cents: lot.bornCents,
    consumed_cents: lot.consumedCents,
    decayed_cents: lot.decayedCents,
    expired_cents: lot.expiredCents,
    closing_cents: lot.closingCents,
    first_position: lot.firstPosition,
    sequence_start: lot.sequenceStart,
  }
}

/** `channel_blocks`, a working table: which of a day's ranked orders each channel serves. */
export const channelBlocksSchema: TableSchema = {
  about: 'Consecutive ranks of the orders that one channel serves on one day.',
  grain: ['date', 'channel'],
  columns: {
    date: day('The day.'),
    channel: text('The channel.'),
    first_rank: count('Rank of the first order it serves, from 0.'),
    last_rank: count('Rank of the last order it serves.'),
    clicks_per_order: count('Clicks that one order consumes.', { unit: 'clicks' }),
  },
}

/** Channels take blocks of ranks in the order of their ids; the ranks that are left stay direct. */
export function channelBlocks(
  firstDay: number,
  { served }: Pick<InventoryRun, 'served'>,
  { channels }: InventoryRules,
): Columns {
  const rows: { day: number; c: number; first: number; last: number }[] = []
  let next = 0
  for (const [i, orders] of served.entries()) {
    const c = i % channels.length
    if (c === 0) next = 0
    if (orders === 0) continue
    const day = firstDay + (i - c) / channels.length
    rows.push({ day, c, first: next, last: next + orders - 1 })
    next += orders
  }
  return {
    date: rows.map(({ day }) => day),
    channel: rows.map(({ c }) => channels[c]!.channel),
    first_rank: rows.map(({ first }) => first),
    last_rank: rows.map(({ last }) => last),
    clicks_per_order: rows.map(({ c }) => channels[c]!.clicksPerOrder),
  }
}
