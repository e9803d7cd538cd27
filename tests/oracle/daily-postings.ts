import type { Posting } from './books.js'
import { dayOfMonth, type Horizon, monthOf } from './calendar.js'
import { groupBy, share, sumOf } from './cents.js'
import type { Facts } from './facts.js'
import type { Rules } from './rules.js'
import { earnedOn, type Subscription } from './subscriptions.js'

export function marketingPostings({ marketing, inventory }: Facts, rules: Rules): Posting[] {
  const post =
    (source: string) =>
    (
      day: number,
      segment: string,
      cents: number,
      event: string,
      debit: string,
      credit: string,
    ) => ({
      day,
      event,
      segment,
      debit,
      credit,
      source,
      cents,
    })
  const market = post('market.fct_marketing_daily')
  const clicks = post('attribution.click_inventory_daily')
  return [
    ...marketing.flatMap(({ day, channel, spendCents, releasedCents, clicks: born }) => [
      market(
        day,
        channel,
        spendCents,
        'marketing_spent',
        'marketing_in_flight',
        'advertising_payable',
      ),
      market(
        day + rules.rate('advertising_terms_days'),
        channel,
        spendCents,
        'advertising_paid',
        'advertising_payable',
        'cash',
      ),
      market(
        day,
        channel,
        born === 0 ? releasedCents : 0,
        'no_response',
        'marketing_no_response',
        'marketing_in_flight',
      ),
    ]),
    ...inventory.flatMap(({ day, channel, ...cents }) => [
      clicks(
        day,
        channel,
        cents.bornCents,
        'clicks_born',
        'click_inventory',
        'marketing_in_flight',
      ),
      clicks(
        day,
        channel,
        cents.consumedCents,
        'clicks_consumed',
        'acquisition_cost',
        'click_inventory',
      ),
      clicks(
        day,
        channel,
        cents.decayedCents,
        'clicks_decayed',
        'marketing_decayed',
        'click_inventory',
      ),
      clicks(
        day,
        channel,
        cents.expiredCents,
        'clicks_expired',
        'marketing_expired',
        'click_inventory',
      ),
    ]),
  ]
}

export function subscriptionPostings(
  subscriptions: readonly Subscription[],
  horizon: Horizon,
): Posting[] {
  const source = 'finance.fct_subscriptions'
  return subscriptions.flatMap(({ month, plan: segment, billed_cents }) => {
    const days = horizon.days.filter((day) => monthOf(day) === month)
    const first = Math.floor(Date.parse(month) / 86_400_000)
    return [
      {
        day: first,
        event: 'subscription_billed',
        segment,
        debit: 'cash',
        credit: 'deferred_subscription',
        source,
        cents: billed_cents,
      },
      ...days.map((day) => ({
        day,
        event: 'subscription_earned',
        segment,
        debit: 'deferred_subscription',
        credit: 'subscription_revenue',
        source,
        cents: earnedOn(billed_cents, month, day - first + 1),
      })),
    ]
  })
}

/** What each day costs beside orders and marketing: fixed costs, and tax on what each plan earns. */
export function dailyCosts(subscriptions: readonly Subscription[], rules: Rules, horizon: Horizon) {
  return horizon.days.flatMap((day) => {
    const month = monthOf(day)
    const plans = groupBy(
      subscriptions.filter((bill) => bill.month === month),
      ({ plan }) => plan,
    )
    const fixed = rules.fixedCosts.map(({ name, monthCents }) => ({
      day,
      line: 'fixed_cost' as const,
      segment: name,
      cents: earnedOn(monthCents, month, dayOfMonth(day)),
    }))
    const taxes = [...plans].map(([segment, bills]) => ({
      day,
      line: 'subscription_tax' as const,
      segment,
      cents: share(
        sumOf(bills, ({ billed_cents }) => earnedOn(billed_cents, month, dayOfMonth(day))),
        rules.rate('subscription_tax_bps'),
      ),
    }))
    return [...fixed, ...taxes]
  })
}
