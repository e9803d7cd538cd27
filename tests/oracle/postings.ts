import type { Posting } from './books.js'
import type { Horizon } from './calendar.js'
import { dailyCosts, marketingPostings, subscriptionPostings } from './daily-postings.js'
import type { Facts } from './facts.js'
import { orderPostings } from './order-postings.js'
import type { OrderStory } from './orders.js'
import type { Rules } from './rules.js'
import type { Subscription } from './subscriptions.js'

/** Everything that is ever posted, after the horizon too. */
export function postings(
  facts: Facts,
  stories: readonly OrderStory[],
  subscriptions: readonly Subscription[],
  rules: Rules,
  horizon: Horizon,
): Posting[] {
  return [
    ...stories.flatMap((story) => orderPostings(story, rules)),
    ...marketingPostings(facts, rules),
    ...subscriptionPostings(subscriptions, horizon),
    ...dailyCosts(subscriptions, rules, horizon).map(({ line, ...cost }) => ({
      ...cost,
      event: line,
      debit: line === 'fixed_cost' ? 'fixed_costs' : line,
      credit: 'cash',
      source: line === 'fixed_cost' ? 'finance.fixed_costs' : 'finance.fct_subscriptions',
    })),
  ]
}
