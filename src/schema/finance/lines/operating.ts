import type { ProfitLine } from './line.js'
import { commissionRule, freightRule } from './status-rules.js'

const ITEMS = 'finance.fct_unit_economics'

/** What every month costs, and taxes on revenue. */
export const operatingLines: readonly ProfitLine[] = [
  {
    id: 'fixed_cost',
    name: 'Fixed costs',
    sign: -1,
    section: 'operating_result',
    account: 'fixed_costs',
    contra: 'cash',
    entry: 'fixed_cost',
    source: 'finance.fixed_costs',
    restsOn: ['fixed_costs'],
    rule: 'Declared amounts of a month, by day',
    arises: 'day',
  },
  {
    id: 'commission_tax',
    name: 'Tax on commission',
    sign: -1,
    section: 'operating_result',
    account: 'commission_tax',
    contra: 'cash',
    entry: 'commission_tax',
    source: ITEMS,
    restsOn: ['orders', 'rates'],
    rule: 'A declared share of the commission of an item',
    arises: 'order',
    status: commissionRule,
  },
  {
    id: 'freight_tax',
    name: 'Tax on freight',
    sign: -1,
    section: 'operating_result',
    account: 'freight_tax',
    contra: 'cash',
    entry: 'freight_tax',
    source: ITEMS,
    restsOn: ['orders', 'rates'],
    rule: 'A declared share of the freight billed of an item',
    arises: 'order',
    status: freightRule,
  },
  {
    id: 'subscription_tax',
    name: 'Tax on subscriptions',
    sign: -1,
    section: 'operating_result',
    account: 'subscription_tax',
    contra: 'cash',
    entry: 'subscription_tax',
    source: 'finance.fct_subscriptions',
    restsOn: ['orders', 'plans', 'rates'],
    rule: 'A declared share of what a plan earns in a day',
    arises: 'day',
  },
]
