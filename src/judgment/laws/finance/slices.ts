import { emptied } from '../../fault.js'
import { lawsOf } from '../../law.js'
import { lineColumns, selectTotals, totalColumns } from '../../profit-lines.js'
import { sameRows } from '../../sql.js'
import { dailyCosts } from '../../working/daily-costs.js'
import { itemAmounts } from '../../working/items.js'
import { profitFacts, wasted } from '../../working/order-results.js'

const measures = ['gmv_cents', ...lineColumns]

const cuts = ['channel', 'state', 'category', 'tier']
  .map(
    (cut) => `
    select '${cut}' as dimension, ${cut} as member, ${itemAmounts.join(', ')} from profit_facts
    union all by name
    select '${cut}' as dimension,
      ${cut === 'tier' ? `coalesce(t.tier, '(unknown)')` : `'(not allocated)'`} as member,
      s.recognised_cents as subscription_revenue_cents
    from finance.fct_subscriptions as s
    left join finance.dim_seller_tier as t on t.seller_id = s.seller_id
    union all by name
    select '${cut}' as dimension, ${cut === 'channel' ? 'channel' : `'(not allocated)'`} as member,
      decayed_cents as marketing_decayed_cents, expired_cents as marketing_expired_cents,
      no_response_cents as marketing_no_response_cents
    from wasted_daily
    union all by name
    select '${cut}' as dimension, ${cut === 'channel' ? 'channel' : `'(not allocated)'`} as member,
      0 as marketing_decayed_cents
    from (select channel from market.dim_channel union select unnest(['direct', '(not allocated)']))
      as channels
    union all by name
    select '${cut}' as dimension, '(not allocated)' as member,
      case when line = 'fixed_cost' then cents else 0 end as fixed_cost_cents,
      case when line = 'subscription_tax' then cents else 0 end as subscription_tax_cents
    from daily_costs`,
  )
  .join('\nunion all by name\n')

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
