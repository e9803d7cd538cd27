import { emptied } from '../../fault.js'
import { lawsOf } from '../../law.js'
import { lineColumns, selectTotals, totalColumns } from '../../profit-lines.js'
import { type Part, sameRows, stacked } from '../../sql.js'
import { dailyCosts } from '../../working/daily-costs.js'
import { itemAmounts } from '../../working/items.js'
import { profitFacts, wasted } from '../../working/order-results.js'

const measures = ['gmv_cents', ...lineColumns]

const NOBODY = `'(not allocated)'`
const itself = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]))

const partsOf = (cut: string): Part[] => {
  const key = (member: string) => [`'${cut}'`, member]
  const channel = key(cut === 'channel' ? 'channel' : NOBODY)
  return [
    { key: key(cut), numbers: itself(itemAmounts), from: 'profit_facts' },
    {
      key: key(cut === 'tier' ? `coalesce(t.tier, '(unknown)')` : NOBODY),
      numbers: { subscription_revenue_cents: 's.recognised_cents' },
      from: `finance.fct_subscriptions as s
        left join finance.dim_seller_tier as t on t.seller_id = s.seller_id`,
    },
    {
      key: channel,
      numbers: {
        marketing_decayed_cents: 'decayed_cents',
        marketing_expired_cents: 'expired_cents',
        marketing_no_response_cents: 'no_response_cents',
      },
      from: 'wasted_daily',
    },
    {
      key: channel,
      numbers: {},
      from: `(select channel from market.dim_channel union select 'direct' union select ${NOBODY}) as channels`,
    },
    {
      key: key(NOBODY),
      numbers: {
        fixed_cost_cents: `case when line = 'fixed_cost' then cents else 0 end`,
        subscription_tax_cents: `case when line = 'subscription_tax' then cents else 0 end`,
      },
      from: 'daily_costs',
    },
  ]
}

const cuts = stacked(
  ['dimension', 'member'],
  measures,
  ['channel', 'state', 'category', 'tier'].flatMap(partsOf),
)

/** Profit by who and what it belongs to. */
export const sliceLaws = lawsOf('finance', [
  {
    name: 'slices_are_facts',
    statement:
      'Profit by channel, state, category and tier is what belongs to each member; what belongs to none stands alone',
    distrust: 'profit by channel, state, category and tier',
    needs: [],
    uses: [profitFacts, wasted, dailyCosts],
    sql: sameRows({
      key: ['dimension', 'member'],
      cents: [...measures, ...totalColumns],
      published: 'finance.pnl_slices',
      expected: `(
        with summed as (
          select dimension, member,
            ${measures.map((name) => `coalesce(sum(${name}), 0) as ${name}`).join(', ')}
          from (${cuts}) as cuts
          group by dimension, member
        )
        select *, ${selectTotals(lineColumns)}
        from summed)`,
    }),
    fault: emptied(
      'finance.pnl_slices',
      ['member', 'dimension'],
      'commission_cents',
      "dimension = 'state'",
    ),
  },
])
