import { orderLines } from '../order-lines.js'
import { differ, number } from '../sql.js'
import { days } from './calendar.js'
import { dailyCosts, dayShare } from './daily-costs.js'
import { orderPostings } from './order-totals.js'
import { settlementPostings } from './settlements.js'
import type { WorkingTable } from './working-table.js'

const MARKET = 'market.fct_marketing_daily'
const INVENTORY = 'attribution.click_inventory_daily'
const SUBSCRIPTIONS = 'finance.fct_subscriptions'
const UNITS = 'finance.fct_unit_economics'
const ORDERS = 'finance.fct_order_events'
const PAYMENTS = 'dwh.fct_payments'

/** Which account an event debits and which it credits, and the table that tells of it. */
type Booking = readonly [event: string, debit: string, credit: string, source: string]

const bookings: readonly Booking[] = [
  ['marketing_spent', 'marketing_in_flight', 'advertising_payable', MARKET],
  ['advertising_paid', 'advertising_payable', 'cash', MARKET],
  ['carrier_paid', 'carrier_payable', 'cash', UNITS],
  ['no_response', 'marketing_no_response', 'marketing_in_flight', MARKET],
  ['clicks_born', 'click_inventory', 'marketing_in_flight', INVENTORY],
  ['clicks_consumed', 'acquisition_cost', 'click_inventory', INVENTORY],
  ['clicks_decayed', 'marketing_decayed', 'click_inventory', INVENTORY],
  ['clicks_expired', 'marketing_expired', 'click_inventory', INVENTORY],
  ['subscription_billed', 'cash', 'deferred_subscription', SUBSCRIPTIONS],
  ['subscription_earned', 'deferred_subscription', 'subscription_revenue', SUBSCRIPTIONS],
  ['fixed_cost', 'fixed_costs', 'cash', 'finance.fixed_costs'],
  ['subscription_tax', 'subscription_tax', 'cash', SUBSCRIPTIONS],
  ...withReversal('buyer_paid', 'acquirer_receivable', 'seller_payable', PAYMENTS),
  ...withReversal('payment_settled', 'cash', 'acquirer_receivable', PAYMENTS),
  ...withReversal('refund_owed', 'seller_payable', 'refund_liability', ORDERS),
  ...withReversal('buyer_refunded', 'refund_liability', 'cash', ORDERS),
  ['refund_cost_paid', 'refund_provision', 'cash', UNITS],
  ['seller_paid', 'seller_payable', 'cash', ORDERS],
  ...orderLines.flatMap(({ event, account, against, isRevenue }) => {
    const [debit, credit] = isRevenue ? [against, account] : [account, against]
    return withReversal(event, debit, credit, UNITS)
  }),
]

/** An event that an order which comes to nothing takes back. */
function withReversal(event: string, ...booked: readonly [string, string, string]): Booking[] {
  return [
    [event, ...booked],
    [`${event}_reversed`, ...booked],
  ]
}

/** Every event that the journal may tell of. */
export const events = bookings.map(([event]) => event)

const later = (date: string, terms: string) => `${date} + cast(${number(terms)} as integer)`

const otherPostings = `
  select 'marketing_spent' as event, date as entry_date, channel as segment, spend_cents as cents
  from market.fct_marketing_daily
  union all
  select 'advertising_paid', ${later('date', 'finance.advertising_terms_days')}, channel, spend_cents
  from market.fct_marketing_daily
  union all
  select 'carrier_paid', ${later('entry_date', 'finance.carrier_terms_days')}, segment, cents
  from expected_order_postings where event in ('carrier_owed', 'carrier_owed_reversed')
  union all
  select event, entry_date, segment, cents from expected_settlement_postings
  union all
  select 'no_response', date, channel, released_cost_cents
  from market.fct_marketing_daily where clicks = 0
  union all
  select 'clicks_born', date, channel, released_cost_cents
  from market.fct_marketing_daily where clicks > 0
  union all
  select 'clicks_consumed', click_date + age_days, channel, cost_cents
  from attribution.bridge_order_clicks
  union all
  select 'clicks_decayed', date, channel, decayed_cents from attribution.click_lot_daily
  union all
  select 'clicks_expired', date, channel, expired_cents from attribution.click_lot_daily
  union all
  select 'subscription_billed', month, plan, billed_cents from finance.fct_subscriptions
  union all
  select 'subscription_earned', d.date, s.plan, ${dayShare('s.billed_cents')}
  from finance.fct_subscriptions as s
  inner join expected_days as d on d.month = s.month
  union all
  select line, date, segment, cents from daily_costs`

/** What a line of the journal says beside its amount. */
const LINE = ['entry_id', 'entry_date', 'event', 'segment', 'account', 'source']

/** Lines of the journal that are one too many or one too few, with the event they tell of. */
export const journalDifferences: WorkingTable = {
  name: 'journal_differences',
  uses: [days, dailyCosts, orderPostings, settlementPostings],
  select: `
    with bookings (event, debit, credit, source) as (
      values ${bookings.map((texts) => `(${texts.map((text) => `'${text}'`).join(', ')})`).join(', ')}
    ),
    posted as (
      select event, entry_date, segment, sum(cents) as cents
      from (select * from expected_order_postings union all ${otherPostings}) as postings
      where entry_date <= (select max(date) from expected_days)
      group by event, entry_date, segment
      having sum(cents) <> 0
    ),
    lines as materialized (
      select entry_id, entry_date, event, segment, account, source, amount_cents, 1 as held
      from finance.journal_lines
      union all
      select concat(p.entry_date, ':', p.event, ':', p.segment), p.entry_date, p.event, p.segment,
        b.debit, b.source, -p.cents, -1
      from posted as p inner join bookings as b on b.event = p.event
      union all
      select concat(p.entry_date, ':', p.event, ':', p.segment), p.entry_date, p.event, p.segment,
        b.credit, b.source, p.cents, -1
      from posted as p inner join bookings as b on b.event = p.event
    )
    select event, abs(sum(amount_cents)) as amount_cents, concat(entry_id, ' ', account) as sample
    from lines
    where exists (select 1 from lines
      having ${differ(LINE, ['amount_cents'])})
    group by ${LINE.join(', ')}
    having sum(held) <> 0 or sum(amount_cents) <> 0`,
}
