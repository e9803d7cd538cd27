import { changed, emptied } from '../../fault.js'
import { MINOR_UNITS, word } from '../../file-text.js'
import { lawsOf } from '../../law.js'
import { sameRows } from '../../sql.js'
import { statedSpend } from '../../working/spend-text.js'

const SPEND = 'dwh.fct_marketing_spend'
const TESTS = 'dwh.fct_lift_tests'
const LEADS = 'dwh.fct_leads'

const day = (text: string) => `cast(try_strptime(left(${text}, 10), '%Y-%m-%d') as date)`
const filled = (text: string) => `nullif(trim(${text}), '')`

/** What may stand beside the orders (spend, lift tests, leads) is the text of its files. */
export const ownFileLaws = lawsOf('dwh', [
  {
    name: 'spend_is_the_files',
    figure: 'spend',
    statement:
      'Spend, impressions and clicks of a channel and day are what the lines of the files of spend add up to, their campaigns put to channels by the declared rules',
    distrust: 'every marketing figure',
    needs: ['minor_units'],
    uses: [statedSpend],
    sql: sameRows({
      key: ['channel', 'date', 'impressions', 'clicks'],
      cents: ['spend_cents'],
      published: SPEND,
      expected: 'stated_spend',
    }),
    fault: emptied(SPEND, ['channel', 'date'], 'spend_cents'),
  },
  {
    name: 'lift_tests_are_the_file',
    unit: 'rows',
    figure: 'spend',
    statement: 'Every lift test of the file is there and no other, as it was written',
    distrust: 'what marketing caused',
    needs: [],
    sql: sameRows({
      key: ['channel', 'first_date', 'last_date', 'spend_factor', 'lift_orders', 'standard_error'],
      published: TESTS,
      expected: `(
        select trim(channel) as channel, ${day('first_date')} as first_date,
          ${day('last_date')} as last_date, cast(spend_factor as double) as spend_factor,
          cast(lift_orders as double) as lift_orders, cast(standard_error as double) as standard_error
        from raw.lift_tests)`,
    }),
    fault: changed(TESTS, ['channel', 'first_date'], 'lift_orders = lift_orders * 2 + 1', {
      rows: 2,
    }),
  },
  {
    name: 'leads_are_the_file',
    figure: 'gmv',
    statement:
      'Every lead of the file is there and no other, won or not as the file of deals tells',
    distrust: 'what it takes to win sellers',
    needs: [],
    sql: sameRows({
      key: [
        ...['lead_id', 'first_contact_date', 'landing_page', 'origin', 'won_at', 'seller_id'],
        ...['business_segment', 'lead_type', 'declared_monthly_revenue_cents'],
      ],
      published: LEADS,
      expected: `(
        select l.mql_id as lead_id, ${day('any_value(l.first_contact_date)')} as first_contact_date,
          ${filled('any_value(l.landing_page_id)')} as landing_page,
          ${word('any_value(l.origin)')} as origin,
          min(try_cast(d.won_date as timestamp)) as won_at, min(${filled('d.seller_id')}) as seller_id,
          min(${filled('d.business_segment')}) as business_segment,
          min(${filled('d.lead_type')}) as lead_type,
          cast(min(cast(nullif(d.declared_monthly_revenue, '') as decimal(18, 4))) * ${MINOR_UNITS}
            as bigint) as declared_monthly_revenue_cents
        from raw.marketing_qualified_leads as l
        left join raw.closed_deals as d on d.mql_id = l.mql_id
        group by l.mql_id)`,
    }),
    unit: 'rows',
    fault: changed(LEADS, ['lead_id'], "origin = 'nowhere'", { rows: 2 }),
  },
])
