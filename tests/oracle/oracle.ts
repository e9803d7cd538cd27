import type { Assumptions } from '../../src/assumptions/index.js'
import { reconciliation, slices, verdict } from './answer.js'
import { journal, trialBalance } from './books.js'
import { horizonOf } from './calendar.js'
import { cashBridge, cashFlow, cashFlowDaily } from './cash.js'
import { channelEconomics, channelVerdict, wasteStatement } from './channels.js'
import { acquisitionCohorts, customerCohorts } from './cohorts.js'
import { dailyCosts } from './daily-postings.js'
import { orderEvents, ordersWithoutItems, unitEconomics } from './economics.js'
import type { Facts } from './facts.js'
import { tellOrders } from './orders.js'
import { postings } from './postings.js'
import { accountOf, cohortDaily, periods, recognisedDaily } from './profit.js'
import { distribution, lossShares, orderResults, subjects } from './results.js'
import { readRules } from './rules.js'
import { receivables } from './settlements.js'
import { mrrBridge, subscribe } from './subscriptions.js'

/** Every finance table, from the facts and the assumptions alone, in plain arithmetic over arrays. */
export function financeOf(facts: Facts, assumptions: Assumptions): Record<string, object[]> {
  const rules = readRules(assumptions)
  const horizon = horizonOf([
    ...facts.orders.map(({ purchased }) => purchased),
    ...facts.marketing.map(({ day }) => day),
  ])
  const stories = tellOrders(facts, rules, horizon.last)
  const units = unitEconomics(stories)
  const bare = ordersWithoutItems(stories)
  const results = orderResults(facts, units, bare)
  const subscriptions = subscribe(facts, rules, horizon)
  const economics = channelEconomics(facts, results, horizon)
  const cohorts = customerCohorts(results, horizon)
  const lines = journal(postings(facts, stories, subscriptions, rules, horizon), horizon)
  const byCohort = cohortDaily(facts, units, bare, subscriptions, rules, horizon)
  const byDay = recognisedDaily(lines, horizon)
  const costs = dailyCosts(subscriptions, rules, horizon)
  const threeWays = reconciliation(stories, byCohort, byDay, lines, horizon)
  const lineOf = new Map(Object.entries(accountOf).map(([line, account]) => [account, line]))
  const unrecognised = threeWays.find(
    ({ line }) => line === 'contribution_after_marketing',
  )!.unrecognised_cents
  const contributions = subjects(units, results)
  const tierOf = (seller: string) => rules.tier(seller).tier
  return {
    dim_seller_tier: facts.sellers.map((seller_id) => {
      const { tier, bps } = rules.tier(seller_id)
      return { seller_id, tier, commission_bps: bps }
    }),
    fct_order_events: orderEvents(stories),
    fct_unit_economics: units,
    fct_orders_without_items: bare,
    fct_subscriptions: subscriptions,
    mrr_bridge: mrrBridge(subscriptions, horizon),
    channel_economics: economics,
    channel_verdict: channelVerdict(economics),
    waste_statement: wasteStatement(facts, economics),
    loss_shares: lossShares(contributions),
    contribution_distribution: distribution(contributions),
    customer_cohorts: cohorts,
    acquisition_cohorts: acquisitionCohorts(results, cohorts, economics),
    journal_lines: lines,
    trial_balance: trialBalance(lines, horizon),
    cash_flow_daily: cashFlowDaily(lines, horizon),
    cash_flow: cashFlow(lines, horizon),
    cash_bridge: cashBridge(lines, lineOf, horizon),
    receivables: receivables(stories, horizon.last),
    pnl_cohort_daily: byCohort,
    pnl_daily: byDay,
    pnl_periods: periods(byCohort, byDay, horizon),
    pnl_slices: slices(facts, units, bare, subscriptions, economics, costs, tierOf),
    reconciliation: threeWays,
    verdict: [verdict(facts, economics, byCohort, byDay, unrecognised, horizon)],
  }
}
