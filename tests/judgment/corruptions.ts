import type { ArtifactName } from './published.js'

/** One way to make a published table say something untrue. */
export interface Corruption {
  readonly what: string
  readonly artifact: ArtifactName
  /** Picks the victim: one row with `stake`, the cents that the law must find, and what `sql` needs. */
  readonly pick: string
  /** The corruption; `:name` stands for a value picked. */
  readonly sql: string
  /** The law that must catch it. */
  readonly law: string
}

const ONE_ITEM = `
  select order_id, order_item_id, price_cents, price_cents + freight_cents as whole_cents
  from fct_order_items where price_cents > 0 order by order_id, order_item_id limit 1`

const item = 'order_id = :order_id and order_item_id = :order_item_id'
const lot = 'channel = :channel and click_date = :click_date'
const entry = 'entry_id = :entry_id and account = :account'

const warehouse: readonly Omit<Corruption, 'artifact'>[] = [
  {
    what: 'an item lost on the way from the file',
    pick: `select *, price_cents as stake from (${ONE_ITEM})`,
    sql: `delete from fct_order_items where ${item}`,
    law: 'dwh.item_rows_conserved',
  },
  {
    what: 'a cent moved in a price',
    pick: `select *, 1 as stake from (${ONE_ITEM})`,
    sql: `update fct_order_items set price_cents = price_cents + 1 where ${item}`,
    law: 'dwh.items_conserved',
  },
  {
    what: 'an item doubled by a join',
    pick: `select *, price_cents as stake from (${ONE_ITEM})`,
    sql: `insert into fct_order_items select * from fct_order_items where ${item}`,
    law: 'dwh.items_unique',
  },
  {
    what: 'an order doubled',
    pick: 'select order_id, payment_cents as stake from fct_orders order by order_id limit 1',
    sql: 'insert into fct_orders select * from fct_orders where order_id = :order_id',
    law: 'dwh.orders_conserved',
  },
  {
    what: 'a payment lost',
    pick: `select order_id, payment_cents as stake from fct_payments
           where payment_sequential = 1 and payment_cents > 0 order by order_id limit 1`,
    sql: 'delete from fct_payments where order_id = :order_id and payment_sequential = 1',
    law: 'dwh.payments_conserved',
  },
  {
    what: 'a purchase shifted to the next day',
    pick: `select order_id, price_cents + freight_cents as stake
           from fct_orders where items > 0 order by order_id limit 1`,
    sql: 'update fct_orders set purchase_date = purchase_date + 1 where order_id = :order_id',
    law: 'dwh.purchase_day_kept',
  },
  {
    what: 'a seller that is not there',
    pick: `select *, price_cents as stake from (${ONE_ITEM})`,
    sql: `update fct_order_items set seller_id = 'nobody' where ${item}`,
    law: 'dwh.keys_known',
  },
]

const market: readonly Omit<Corruption, 'artifact'>[] = [
  {
    what: 'phantom cost: cost released that nobody spent',
    pick: `select channel, cast(date as varchar) as date, 777 as stake
           from fct_marketing_daily where spend_cents > 0 order by channel, date limit 1`,
    sql: `update fct_marketing_daily set released_cost_cents = released_cost_cents + 777
          where channel = :channel and date = :date`,
    law: 'market.no_phantom_cost',
  },
  {
    what: 'lost spend: money that is never released',
    pick: `select channel, cast(spend_date as varchar) as spend_date,
             cast(release_date as varchar) as release_date, cost_cents as stake
           from spend_release where cost_cents > 0
           order by channel, spend_date, release_date limit 1`,
    sql: `delete from spend_release where channel = :channel and spend_date = :spend_date
          and release_date = :release_date`,
    law: 'market.no_lost_spend',
  },
  {
    what: 'money that works before it is spent',
    pick: `select channel, cast(spend_date as varchar) as spend_date,
             cast(release_date as varchar) as release_date, cost_cents as stake
           from spend_release where cost_cents > 0
           order by channel, spend_date desc, release_date limit 1`,
    sql: `update spend_release set release_date = spend_date - 1 where channel = :channel
          and spend_date = :spend_date and release_date = :release_date`,
    law: 'market.no_release_before_spend',
  },
  {
    what: 'a day torn out of a channel',
    pick: `select channel, cast(min(date) + 5 as varchar) as date, 0 as stake
           from fct_marketing_daily group by channel order by channel limit 1`,
    sql: 'delete from fct_marketing_daily where channel = :channel and date = :date',
    law: 'market.days_gapless',
  },
  {
    what: 'negative spend',
    pick: `select channel, cast(date as varchar) as date, 100 + released_cost_cents as stake
           from fct_marketing_daily where spend_cents > 0 order by channel, date limit 1`,
    sql: `update fct_marketing_daily set spend_cents = -100
          where channel = :channel and date = :date`,
    law: 'market.nothing_negative',
  },
]

const ONE_LOT = `
  select channel, cast(click_date as varchar) as click_date, born_cents // clicks_born as click_cents
  from click_lots where clicks_consumed > 0 and born_cents > clicks_born
  order by channel, click_date limit 1`

const ONE_BRIDGE = `
  select order_id, channel, cast(click_date as varchar) as click_date, cost_cents as stake
  from bridge_order_clicks where cost_cents > 0 order by order_id, click_date limit 1`

const attribution: readonly Omit<Corruption, 'artifact'>[] = [
  {
    what: 'future leakage: an order won by a click born after it',
    pick: ONE_BRIDGE,
    sql: `update bridge_order_clicks set click_date = click_date + 60
          where order_id = :order_id and ${lot}`,
    law: 'attribution.no_effect_before_its_cause',
  },
  {
    what: 'a click far older than it says',
    pick: ONE_BRIDGE,
    sql: `update bridge_order_clicks set click_date = click_date - 365
          where order_id = :order_id and ${lot}`,
    law: 'attribution.no_stale_click',
  },
  {
    what: 'an order won by clicks that nobody consumed',
    pick: `select order_id, acquisition_cost_cents as stake
           from fct_order_attribution where acquisition_cost_cents > 0 order by order_id limit 1`,
    sql: 'delete from bridge_order_clicks where order_id = :order_id',
    law: 'attribution.no_order_without_supply',
  },
  {
    what: 'a cent of a lot that came from nowhere',
    pick: `select *, 1 as stake from (${ONE_LOT})`,
    sql: `update click_lots set consumed_cents = consumed_cents + 1 where ${lot}`,
    law: 'attribution.lots_conserve_cents',
  },
  {
    what: 'a click that vanished',
    pick: `select *, click_cents as stake from (${ONE_LOT})`,
    sql: `update click_lots set clicks_consumed = clicks_consumed - 1 where ${lot}`,
    law: 'attribution.lots_conserve_clicks',
  },
  {
    what: 'the cost of a lot moved by a cent against its orders',
    pick: `select *, 1 as stake from (${ONE_LOT})`,
    sql: `update click_lots set consumed_cents = consumed_cents - 1,
          decayed_cents = decayed_cents + 1 where ${lot}`,
    law: 'attribution.bridge_consumes_lots',
  },
  {
    what: 'waste made smaller on both sides',
    pick: `select channel, cast(click_date as varchar) as click_date, decayed_cents as stake
           from click_lots where decayed_cents > 0 order by channel, click_date limit 1`,
    sql: `update click_lots set decayed_cents = 0, born_cents = born_cents - decayed_cents
          where ${lot}`,
    law: 'attribution.spend_is_six_parts',
  },
  {
    what: 'negative stock',
    pick: `select channel, cast(date as varchar) as date, 500 as stake
           from click_inventory_daily order by channel, date limit 1`,
    sql: `update click_inventory_daily set closing_cents = -500
          where channel = :channel and date = :date`,
    law: 'attribution.no_negative_stock',
  },
  {
    what: 'stock that changes overnight',
    pick: `select channel, cast(date as varchar) as date, 40 as stake
           from click_inventory_daily where opening_cents > 0 order by channel, date limit 1`,
    sql: `update click_inventory_daily set opening_cents = opening_cents + 40
          where channel = :channel and date = :date`,
    law: 'attribution.inventory_opens_as_it_closed',
  },
  {
    what: 'an order that came twice',
    pick: 'select order_id, null as stake from fct_order_attribution order by order_id limit 1',
    sql: `insert into fct_order_attribution
          select * from fct_order_attribution where order_id = :order_id`,
    law: 'attribution.one_channel_per_order',
  },
]

const finance: readonly Omit<Corruption, 'artifact'>[] = [
  {
    what: 'fan-out: items joined to items on order_id alone',
    pick: `select sum((items - 1) * gmv_cents) as stake from (
             select count(*) as items, sum(gmv_cents) as gmv_cents
             from fct_unit_economics group by order_id)`,
    sql: `create table doubled as
            select u.* from fct_unit_economics as u
            inner join fct_unit_economics as v on v.order_id = u.order_id;
          delete from fct_unit_economics;
          insert into fct_unit_economics select * from doubled;
          drop table doubled`,
    law: 'finance.no_fan_out',
  },
  {
    what: 'a cancelled order that earns commission',
    pick: `select order_id, 900 as stake from fct_unit_economics
           where order_status = 'canceled' order by order_id limit 1`,
    sql: `update fct_unit_economics set commission_cents = 900
          where order_id = :order_id and order_item_id = 1`,
    law: 'finance.nothing_without_its_event',
  },
  {
    what: 'a cent more commission than the rate',
    pick: `select order_id, order_item_id, 1 as stake from fct_unit_economics
           where commission_cents > 0 order by order_id, order_item_id limit 1`,
    sql: `update fct_unit_economics set commission_cents = commission_cents + 1 where ${item}`,
    law: 'finance.commission_is_its_rate',
  },
  {
    what: 'freight billed twice',
    pick: `select order_id, order_item_id, freight_billed_cents as stake from fct_unit_economics
           where freight_billed_cents > 0 order by order_id, order_item_id limit 1`,
    sql: `update fct_unit_economics set freight_billed_cents = 2 * freight_billed_cents
          where ${item}`,
    law: 'finance.freight_is_billed_once',
  },
  {
    what: 'acquisition cost left off an item',
    pick: `select order_id, order_item_id, acquisition_cost_cents as stake from fct_unit_economics
           where acquisition_cost_cents > 0 order by order_id, order_item_id limit 1`,
    sql: `update fct_unit_economics set acquisition_cost_cents = 0 where ${item}`,
    law: 'finance.orders_are_whole',
  },
  {
    what: 'an item credited to another channel',
    pick: `select order_id, order_item_id, gmv_cents as stake from fct_unit_economics
           where channel = 'direct' order by order_id, order_item_id limit 1`,
    sql: `update fct_unit_economics set channel = 'facebook_ads' where ${item}`,
    law: 'finance.items_keep_their_channel',
  },
  {
    what: 'a contribution that does not add up',
    pick: `select order_id, order_item_id, 25 as stake from fct_unit_economics
           order by order_id, order_item_id limit 1`,
    sql: `update fct_unit_economics set contribution_3_cents = contribution_3_cents + 25
          where ${item}`,
    law: 'finance.contributions_add_up',
  },
  {
    what: 'a delivery before its purchase',
    pick: `select order_id, payment_cents as stake from fct_order_events
           where delivery_date is not null order by order_id limit 1`,
    sql: `update fct_order_events set delivery_date = purchase_date - 1
          where order_id = :order_id`,
    law: 'finance.no_event_before_purchase',
  },
  {
    what: 'a profit moved to another purchase day',
    pick: `select cast(min(date) as varchar) as date, 2 * 5000 as stake from pnl_cohort_daily`,
    sql: `update pnl_cohort_daily set net_profit_cents = net_profit_cents + 5000 where date = :date;
          update pnl_cohort_daily set net_profit_cents = net_profit_cents - 5000
          where date = cast(:date as date) + 1`,
    law: 'finance.cohort_is_its_facts',
  },
  {
    what: 'a better verdict',
    pick: 'select 100000 as stake from verdict',
    sql: 'update verdict set net_profit_accrual_cents = net_profit_accrual_cents + 100000',
    law: 'finance.verdict_is_the_sum',
  },
  {
    what: 'a slice left out',
    pick: `select member, abs(net_profit_cents) as stake from pnl_slices
           where dimension = 'state' and net_profit_cents <> 0 order by member desc limit 1`,
    sql: `delete from pnl_slices where dimension = 'state' and member = :member`,
    law: 'finance.slices_sum_to_the_whole',
  },
  {
    what: 'orders counted as new customers',
    pick: `select channel, sum(acquisition_cost_cents) as stake from channel_economics
           group by channel having sum(orders) > sum(new_customers) order by channel limit 1`,
    sql: 'update channel_economics set new_customers = orders where channel = :channel',
    law: 'finance.new_customers_are_persons',
  },
  {
    what: 'waste that the statement does not tell',
    pick: `select channel, cast(month as varchar) as month, waste_cents as stake
           from waste_statement where waste_cents > 0 order by channel, month limit 1`,
    sql: `update waste_statement set waste_cents = 0
          where channel = :channel and month = :month`,
    law: 'finance.waste_is_what_clicks_lost',
  },
  {
    what: 'a duplicated journal line',
    pick: `select entry_id, account, abs(amount_cents) as stake from journal_lines
           order by entry_id, account limit 1`,
    sql: `insert into journal_lines select * from journal_lines where ${entry}`,
    law: 'finance.journal_lines_unique',
  },
  {
    what: 'a cent moved in the journal',
    pick: 'select entry_id, account, 1 as stake from journal_lines order by entry_id limit 1',
    sql: `update journal_lines set amount_cents = amount_cents + 1 where ${entry}`,
    law: 'finance.journal_entries_balance',
  },
  {
    what: 'a journal entry shifted to the next day',
    pick: `select entry_id, sum(abs(amount_cents)) as stake from journal_lines
           group by entry_id order by entry_id limit 1`,
    sql: 'update journal_lines set entry_date = entry_date + 1 where entry_id = :entry_id',
    law: 'finance.journal_entries_have_one_day',
  },
  {
    what: 'a payment to a channel left out of the books, both sides',
    pick: `select entry_id, amount_cents as stake from journal_lines
           where event = 'marketing_spent' and account = 'marketing_in_flight'
           order by entry_id limit 1`,
    sql: 'delete from journal_lines where entry_id = :entry_id',
    law: 'finance.spend_is_paid',
  },
  {
    what: 'a write-off that balances and never happened',
    pick: `select entry_id, 2 * 300 as stake from journal_lines
           where event = 'clicks_decayed' order by entry_id limit 1`,
    sql: `update journal_lines set amount_cents = amount_cents + 300
          where entry_id = :entry_id and account = 'marketing_decayed';
          update journal_lines set amount_cents = amount_cents - 300
          where entry_id = :entry_id and account = 'click_inventory'`,
    law: 'finance.accounts_are_the_facts',
  },
  {
    what: 'recognised profit that the journal does not know',
    pick: 'select cast(min(date) as varchar) as date, 64 as stake from pnl_daily',
    sql: 'update pnl_daily set net_profit_cents = net_profit_cents + 64 where date = :date',
    law: 'finance.pnl_is_the_journal',
  },
  {
    what: 'cash that the bridge does not explain',
    pick: 'select cast(min(date) as varchar) as date, 2 * 90 as stake from pnl_daily',
    sql: 'update pnl_daily set cash_result_cents = cash_result_cents + 90 where date = :date',
    law: 'finance.cash_is_bridged',
  },
  {
    what: 'a seller billed before its first sale',
    pick: `select seller_id, cast(min(month) as varchar) as month, 4990 as stake
           from fct_subscriptions where plan = 'starter'
           group by seller_id order by month, seller_id limit 1`,
    sql: `insert into fct_subscriptions
          select seller_id, cast(date_trunc('month', month - 1) as date), plan,
            0, billed_cents, recognised_cents, mrr_cents, 'new', mrr_cents
          from fct_subscriptions where seller_id = :seller_id and month = :month`,
    law: 'finance.no_bill_before_a_sale',
  },
  {
    what: 'churn that nobody sees',
    pick: `select cast(month as varchar) as month, -churn_cents as stake from mrr_bridge
           where churn_cents < 0 order by month limit 1`,
    sql: 'update mrr_bridge set churn_cents = 0 where month = :month',
    law: 'finance.mrr_bridge_closes',
  },
  {
    what: 'revenue that is neither earned nor deferred',
    pick: `select seller_id, cast(month as varchar) as month, 2 * 7 as stake
           from fct_subscriptions where recognised_cents > 7 order by seller_id, month limit 1`,
    sql: `update fct_subscriptions set recognised_cents = recognised_cents - 7
          where seller_id = :seller_id and month = :month`,
    law: 'finance.billed_is_earned_or_deferred',
  },
  {
    what: 'a balance carried over wrongly',
    pick: `select cast(max(month) as varchar) as month, 2 * 11 as stake from trial_balance`,
    sql: `update trial_balance set closing_cents = closing_cents + 11
          where month = :month and account in ('cash', 'seller_payable')`,
    law: 'finance.trial_balance_is_the_journal',
  },
]

const raw: readonly Omit<Corruption, 'artifact'>[] = [
  {
    what: 'a line of a file lost after loading',
    pick: 'select review_id, 0 as stake from order_reviews order by review_id limit 1',
    sql: 'delete from order_reviews where review_id = :review_id',
    law: 'raw.rows_held',
  },
]

const of = (artifact: ArtifactName, list: readonly Omit<Corruption, 'artifact'>[]) =>
  list.map((corruption) => ({ ...corruption, artifact }))

/** Every way to corrupt a run that a law must catch. */
export const corruptions: readonly Corruption[] = [
  ...of('raw', raw),
  ...of('dwh', warehouse),
  ...of('market', market),
  ...of('attribution', attribution),
  ...of('finance', finance),
]
