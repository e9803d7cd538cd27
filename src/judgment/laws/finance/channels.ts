import { changed, emptied } from '../../fault.js'
import { lawsOf } from '../../law.js'
import { average, monthOf, sameRows, stacked } from '../../sql.js'
import { months } from '../../working/calendar.js'
import { orderResults, wasted } from '../../working/order-results.js'
import type { WorkingTable } from '../../working/working-table.js'

const WASTE = 'decayed_cents + expired_cents + no_response_cents'

const amounts = [
  ...['spend_cents', 'acquisition_cost_cents', 'decayed_cents', 'expired_cents'],
  ...['no_response_cents', 'live_change_cents', 'in_flight_change_cents'],
  ...['new_acquisition_cents', 'returning_acquisition_cents', 'contribution_2_cents'],
]
const counts = ['clicks', 'orders', 'new_customers']

const ifNew = (yes: string, no: string) => `case when is_new_customer then ${yes} else ${no} end`

const facts = stacked(
  ['channel', 'month'],
  [...amounts, ...counts],
  [
    {
      key: ['channel', monthOf('date')],
      numbers: {
        spend_cents: 'spend_cents',
        clicks: 'clicks',
        in_flight_change_cents: 'spend_cents - released_cost_cents',
        live_change_cents: 'case when clicks > 0 then released_cost_cents else 0 end',
      },
      from: 'market.fct_marketing_daily',
    },
    {
      key: ['channel', monthOf('click_date + age_days')],
      numbers: { acquisition_cost_cents: 'cost_cents', live_change_cents: '-cost_cents' },
      from: 'attribution.bridge_order_clicks',
    },
    {
      key: ['channel', monthOf('date')],
      numbers: {
        decayed_cents: 'decayed_cents',
        expired_cents: 'expired_cents',
        no_response_cents: 'no_response_cents',
        live_change_cents: '-decayed_cents - expired_cents',
      },
      from: 'wasted_daily',
    },
    {
      key: ['channel', 'month'],
      numbers: {
        orders: '1',
        contribution_2_cents: 'contribution_2_cents',
        new_customers: ifNew('1', '0'),
        new_acquisition_cents: ifNew('acquisition_cost_cents', '0'),
        returning_acquisition_cents: ifNew('0', 'acquisition_cost_cents'),
      },
      from: 'order_results',
    },
  ],
)

/** Everything that happened to a channel, as facts that add up by day. */
const channelFacts: WorkingTable = {
  name: 'channel_facts',
  uses: [months, orderResults, wasted],
  select: `
    with facts as (${facts}),
    spine as (
      select c.channel, m.month
      from expected_months as m
      cross join (select channel from market.dim_channel union select 'direct') as c
    )
    select s.channel, s.month,
      ${[...amounts, ...counts].map((name) => `coalesce(sum(f.${name}), 0) as ${name}`).join(', ')}
    from spine as s
    left join facts as f on f.channel = s.channel and f.month = s.month
    group by s.channel, s.month`,
}

const ratios = (acquired: string, won: string) => ({
  cost_per_order_cents: average('acquisition_cost_cents', 'orders'),
  paid_cac_cents: average('spend_cents', won),
  consumed_cac_cents: average(acquired, won),
  loaded_cac_cents: average(`(${acquired} + ${WASTE})`, won),
})
const selected = (columns: Readonly<Record<string, string>>) =>
  Object.entries(columns)
    .map(([name, sql]) => `${sql} as ${name}`)
    .join(', ')

/** What channels cost and won: spend accounted for, persons counted as persons. */
export const channelLaws = lawsOf('finance', [
  {
    name: 'channel_economics',
    figure: 'spend',
    statement:
      'Spend, its ends and what orders brought, by channel and month, are the facts; CAC counts new persons and their first orders, cost per order counts orders',
    distrust: 'CAC, cost per order and waste by month',
    needs: [],
    uses: [channelFacts],
    sql: sameRows({
      key: [
        ...['channel', 'month', 'cost_per_order_cents', 'paid_cac_cents', 'consumed_cac_cents'],
        'loaded_cac_cents',
        'blended_cac_cents',
      ],
      cents: amounts,
      counts: [...counts, 'returning_orders'],
      published: 'finance.channel_economics',
      expected: `(
        select *, orders - new_customers as returning_orders,
          ${selected(ratios('new_acquisition_cents', 'new_customers'))},
          ${average('(sum(spend_cents) over (partition by month))', '(sum(new_customers) over (partition by month))')}
            as blended_cac_cents
        from channel_facts)`,
    }),
    fault: changed(
      'finance.channel_economics',
      ['channel', 'month'],
      'paid_cac_cents = 10 * paid_cac_cents + 1',
      {
        cents: '2 * spend_cents',
        where: 'spend_cents > abs(contribution_2_cents) and paid_cac_cents is not null',
      },
    ),
  },
  {
    name: 'channel_verdict',
    figure: 'spend',
    statement:
      'By attribution a channel covers its cost when what its orders bring covers their acquisition cost and its waste',
    distrust: 'which channels cover their cost by attribution',
    needs: [],
    uses: [channelFacts],
    sql: sameRows({
      key: [
        ...['channel', 'cost_per_order_cents', 'paid_cac_cents', 'consumed_cac_cents'],
        'loaded_cac_cents',
        'covers_its_cost',
      ],
      cents: [
        ...['spend_cents', 'acquisition_cost_cents', 'waste_cents', 'asset_cents'],
        ...['contribution_2_cents', 'result_cents'],
      ],
      counts: ['orders', 'new_customers', 'returning_orders'],
      published: 'finance.channel_verdict',
      expected: `(
        with totals as (
          select channel, ${[...amounts, ...counts].map((name) => `sum(${name}) as ${name}`).join(', ')}
          from channel_facts group by channel
        )
        select *, ${WASTE} as waste_cents, live_change_cents + in_flight_change_cents as asset_cents,
          orders - new_customers as returning_orders,
          ${selected(ratios('new_acquisition_cents', 'new_customers'))},
          contribution_2_cents - acquisition_cost_cents - (${WASTE}) as result_cents,
          contribution_2_cents >= acquisition_cost_cents + ${WASTE} as covers_its_cost
        from totals)`,
    }),
    fault: changed(
      'finance.channel_verdict',
      ['channel'],
      'covers_its_cost = not covers_its_cost',
      {
        cents:
          '2 * greatest(spend_cents, acquisition_cost_cents, waste_cents, abs(asset_cents), abs(contribution_2_cents), abs(result_cents))',
      },
    ),
  },
  {
    name: 'waste_statement',
    figure: 'spend',
    statement:
      'Waste is what decayed, expired or met no response; saturation is valued at the average cost of a click, beside it',
    distrust: 'waste and saturation by channel and month',
    needs: [],
    uses: [channelFacts],
    sql: sameRows({
      key: ['channel', 'month', 'waste_bps', 'saturation_loss_clicks', 'saturation_loss_cents'],
      cents: ['spend_cents', 'decayed_cents', 'expired_cents', 'no_response_cents', 'waste_cents'],
      published: 'finance.waste_statement',
      expected: `(
        with losses as (
          select channel, ${monthOf('date')} as month,
            sum(cast(floor(saturation_loss_clicks * 1000 + 0.5) as bigint)) as thousandths
          from market.fct_marketing_daily group by 1, 2
        ),
        prices as (
          select channel, sum(released_cost_cents) as cents, sum(clicks) as clicks
          from market.fct_marketing_daily where clicks > 0 group by channel
        )
        select f.channel, f.month, f.spend_cents, f.decayed_cents, f.expired_cents,
          f.no_response_cents, ${WASTE} as waste_cents,
          ${average(`(10000 * (${WASTE}))`, 'f.spend_cents')} as waste_bps,
          ${average('coalesce(l.thousandths, 0)', '1000')} as saturation_loss_clicks,
          ${average('(coalesce(l.thousandths, 0) * p.cents)', '(1000 * p.clicks)')}
            as saturation_loss_cents
        from channel_facts as f
        left join losses as l on l.channel = f.channel and l.month = f.month
        left join prices as p on p.channel = f.channel)`,
    }),
    fault: emptied('finance.waste_statement', ['channel', 'month'], 'waste_cents'),
  },
])
