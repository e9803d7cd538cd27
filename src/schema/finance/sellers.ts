import { type Ground, SALES } from '../basis.js'
import { cents, count, day, mayBeAbsent, text } from '../column.js'

/** Money of sellers that were won from leads. */
const WON: readonly Ground[] = [...SALES, 'files', 'plans']

/** How sellers were won and what they brought; absent where no file tells of leads. */
export const sellerTables = mayBeAbsent({
  lead_funnel: {
    about: 'What became of the leads of one origin that made first contact in one month.',
    grain: ['origin', 'contact_month'],
    columns: {
      origin: text("Where they came from, e.g. 'paid_search'."),
      contact_month: day('First day of the month of first contact; null: unknown.'),
      leads: count('Possible sellers.'),
      won: count('Of them, those with a deal at any time since.', { unit: 'leads' }),
      selling: count('Of these, those whose seller ever sold an item.', { unit: 'leads' }),
      won_bps: count('Won by leads.', { unit: 'bps' }),
      close_days: count('Days from first contact to the deal, of all won leads together.'),
      average_close_days: count('The same by won leads; null without any.', { unit: 'days' }),
    },
  },
  won_seller_cohorts: {
    about:
      'What the sellers whose first deal closed in one month brought since, and what winning sellers cost in that month.',
    grain: ['closing_month'],
    restsOn: WON,
    columns: {
      closing_month: day('First day of the month of the deal.'),
      won_sellers: count('Sellers whose first deal it was.'),
      selling_sellers: count('Of them, those that have sold since the deal.'),
      gmv_cents: cents('Prices of the items that they sold since.', {
        restsOn: ['orders', 'files'],
      }),
      revenue_cents: cents('What their items add to profit, and their subscriptions.'),
      contribution_cents: cents('Contribution 2 of their items, and their subscriptions.'),
      revenue_per_seller_cents: cents('Revenue by won sellers; null without any.'),
      contribution_per_seller_cents: cents('Contribution by won sellers; null without any.'),
      winning_cost_cents: cents(
        'Fixed costs of the month that are declared to win sellers; null: none is.',
        { restsOn: ['fixed_costs'] },
      ),
      cac_cents: cents('That cost by won sellers (customer acquisition cost of a seller).', {
        restsOn: ['fixed_costs', 'files'],
      }),
    },
  },
})
