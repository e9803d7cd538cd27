import { MARKETING, RELEASED } from '../../basis.js'
import type { ProfitLine } from './line.js'

const INVENTORY = 'attribution.click_inventory_daily'

/** What the marketing cost that orders used, and what was lost on the way. */
export const marketingLines: readonly ProfitLine[] = [
  {
    id: 'acquisition_cost',
    name: 'Acquisition cost',
    sign: -1,
    section: 'contribution_3',
    account: 'acquisition_cost',
    contra: 'click_inventory',
    entry: 'clicks_consumed',
    source: INVENTORY,
    restsOn: MARKETING,
    rule: 'The cost of the clicks that an order consumed, whatever became of it, split over items by price',
    arises: 'order',
    isOfOrder: true,
  },
  {
    id: 'marketing_decayed',
    name: 'Clicks decayed',
    sign: -1,
    section: 'contribution_after_marketing',
    account: 'marketing_decayed',
    contra: 'click_inventory',
    entry: 'clicks_decayed',
    source: INVENTORY,
    restsOn: MARKETING,
    rule: 'The cost of clicks that were lost inside the window',
    arises: 'day',
  },
  {
    id: 'marketing_expired',
    name: 'Clicks expired',
    sign: -1,
    section: 'contribution_after_marketing',
    account: 'marketing_expired',
    contra: 'click_inventory',
    entry: 'clicks_expired',
    source: INVENTORY,
    restsOn: MARKETING,
    rule: 'The cost of clicks that reached the end of the window',
    arises: 'day',
  },
  {
    id: 'marketing_no_response',
    name: 'Spend without response',
    sign: -1,
    section: 'contribution_after_marketing',
    account: 'marketing_no_response',
    contra: 'marketing_in_flight',
    entry: 'no_response',
    source: 'market.fct_marketing_daily',
    restsOn: RELEASED,
    rule: 'Money released on a day without clicks',
    arises: 'day',
  },
]
