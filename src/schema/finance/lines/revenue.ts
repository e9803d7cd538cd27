import type { ProfitLine } from './line.js'
import { commissionRule, freightRule, goodsRule } from './status-rules.js'

const ITEMS = 'finance.fct_unit_economics'

/** What adds to profit. */
export const revenueLines: readonly ProfitLine[] = [
  {
    id: 'commission',
    name: 'Commission',
    sign: 1,
    section: 'contribution_1',
    account: 'commission',
    contra: 'seller_payable',
    entry: 'commission_earned',
    source: ITEMS,
    restsOn: ['orders', 'rates'],
    rule: 'The rate of the seller’s tier on the price of an item',
    arises: 'order',
    status: commissionRule,
  },
  {
    id: 'goods_revenue',
    name: 'Goods sold',
    sign: 1,
    section: 'contribution_1',
    account: 'goods_revenue',
    contra: 'seller_payable',
    entry: 'goods_sold',
    source: ITEMS,
    restsOn: ['orders'],
    rule: 'The price of an item, where the business is principal for goods',
    arises: 'order',
    status: goodsRule,
  },
  {
    id: 'freight_billed',
    name: 'Freight billed',
    sign: 1,
    section: 'contribution_2',
    account: 'freight',
    contra: 'seller_payable',
    entry: 'freight_earned',
    source: ITEMS,
    restsOn: ['orders'],
    rule: 'What the buyer paid for the freight of an item',
    arises: 'order',
    status: freightRule,
  },
  {
    id: 'subscription_revenue',
    name: 'Subscription revenue',
    sign: 1,
    section: 'contribution_after_marketing',
    account: 'subscription_revenue',
    contra: 'deferred_subscription',
    entry: 'subscription_earned',
    source: 'finance.fct_subscriptions',
    restsOn: ['orders', 'plans'],
    rule: 'The price of the seller’s plan, billed on the 1st and earned by day',
    arises: 'day',
  },
]
