import type { Row, SqlSource } from '../../engine/index.js'
import type { WaterfallStep } from '../views.js'

/** Orders that each channel causes at multiples of its own spend: mean, 5% and 95% of the draws. */
export function responseToSpend(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select channel, multiplier_bps / 10000 as spend_multiple, orders_low, orders_mean, orders_high
    from decisions.response_curve order by channel, multiplier_bps`)
}

/** From contribution without paid marketing to the run's: what paid channels caused, what they cost. */
export async function bridgeSteps(source: SqlSource): Promise<WaterfallStep[]> {
  const [sums] = await source.rows<Record<'without' | 'caused' | 'spend' | 'all', number>>(`
    select
      coalesce(sum(amount_cents) filter (line = 'profit_without_paid_marketing'), 0)::bigint as without,
      coalesce(sum(amount_cents) filter (line = 'incremental_contribution'), 0)::bigint as caused,
      coalesce(sum(amount_cents) filter (line = 'spend'), 0)::bigint as spend,
      sum(amount_cents)::bigint as "all"
    from decisions.profit_bridge`)
  const { without, caused, spend, all } = sums!
  return [
    { step: 'Without paid marketing', amount_cents: without, is_total: true },
    { step: 'Caused by paid channels', amount_cents: caused, is_total: false },
    { step: 'Spend', amount_cents: spend, is_total: false },
    { step: 'Contribution after marketing', amount_cents: all, is_total: true },
  ]
}
