import type { Row, SqlSource } from '../../engine/index.js'
import type { Workbench } from '../../workbench/index.js'

/** Channels that spend: what a figure of money by channel shows. */
const SPENDING = 'select channel from market.fct_marketing_daily where spend_cents > 0'

/**
 * What each channel was given, what it brought and what a click cost, the most spend first. What files count as
 * clicks tells no loss to saturation.
 */
export function channelTotals(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select channel, sum(spend_cents)::bigint as spend_cents, sum(clicks)::bigint as clicks,
      ratio_or_null(sum(released_cost_cents), sum(clicks)) as cost_per_click_cents,
      sum(impressions)::bigint as impressions,
      case when any_value(clicks_basis) <> 'observed' then sum(saturation_loss_clicks)::bigint end
        as saturation_loss_clicks
    from market.fct_marketing_daily inner join market.dim_channel using (channel)
    group by channel order by spend_cents desc, clicks desc, channel`)
}

/** Spend by day of the channels that spend; none where nothing is spent. */
export function dailySpend(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select date, channel, spend_cents from market.fct_marketing_daily
    where channel in (${SPENDING}) order by channel, date`)
}

/** Money paid, and money released with the clicks it bought, in the first 75 days. */
export function paidAndReleased(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select date, channel, spend_cents, released_cost_cents from market.fct_marketing_daily
    where channel in (${SPENDING})
      and date < (select min(date) + 75 from market.fct_marketing_daily)
    order by channel, date`)
}

/** Opening in flight + spend = released + closing in flight, by channel and in total. */
export function inFlight(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select coalesce(b.channel, 'Total') as channel,
      sum(opening_in_flight_cents)::bigint as opening_in_flight_cents,
      sum(spend_cents)::bigint as spend_cents, sum(released_cents)::bigint as released_cents,
      sum(closing_in_flight_cents)::bigint as closing_in_flight_cents
    from market.channel_balances as b group by rollup (b.channel) order by grouping(b.channel), 1`)
}

/**
 * The paid channel whose audience is worked hardest, by mean exposure over capacity, of those whose clicks the market
 * makes: what files count would not follow another budget. Null where there is none.
 */
export async function hardestWorkedChannel(source: SqlSource): Promise<string | null> {
  const [row] = await source.rows<{ channel: string }>(`
    select channel from market.fct_marketing_daily inner join market.dim_channel using (channel)
    where capacity_impressions > 0 and clicks_basis <> 'observed'
    group by channel having sum(spend_cents) > 0
    order by avg(exposure / capacity_impressions) desc, channel limit 1`)
  return row?.channel ?? null
}

const BASIS_WORDS: Readonly<Record<string, string>> = {
  observed: 'comes from files',
  declared: 'is planned by hand',
  simulated: 'is simulated',
}

/** What spend, or clicks, of some channels rest on: one basis of all, or how much of it each. */
function basisSentence(what: string, amounts: ReadonlyMap<string, number>, workbench: Workbench) {
  const all = [...amounts.values()].reduce((a, b) => a + b, 0)
  const { rate } = workbench.notation
  const parts = [...amounts].map(([basis, amount]) => {
    const share = all === 0 ? '' : `${rate(Math.round((amount * 10_000) / all))} of it `
    return `${amounts.size === 1 ? '' : share}${BASIS_WORDS[basis]}`
  })
  return `${what} ${parts.join(', ')}.`
}

/** What spend brought, what the largest paid channel pays for a click, and what both rest on. */
export async function marketAnswer(workbench: Workbench): Promise<string> {
  const { money, number, nameOf } = workbench.notation
  const channels = await workbench.rows<
    Record<'spend' | 'clicks' | 'cost', number> &
      Record<'channel' | 'spend_basis' | 'clicks_basis', string>
  >(`
    select f.channel, sum(f.spend_cents)::bigint as spend, sum(f.clicks)::bigint as clicks,
      sum(f.released_cost_cents)::bigint as cost, any_value(c.spend_basis) as spend_basis,
      any_value(c.clicks_basis) as clicks_basis
    from market.fct_marketing_daily as f inner join market.dim_channel as c on c.channel = f.channel
    where c.is_paid group by f.channel having sum(f.spend_cents) > 0 order by spend desc, f.channel`)
  const [largest] = channels
  if (!largest) return 'Nothing is spent on marketing, so no click has a cost.'
  const sum = (of: 'spend' | 'clicks') => channels.reduce((total, row) => total + row[of], 0)
  const byBasis = (of: 'spend' | 'clicks') =>
    channels.reduce((amounts, row) => {
      const basis = row[`${of}_basis`]
      return amounts.set(basis, (amounts.get(basis) ?? 0) + row[of])
    }, new Map<string, number>())
  const price = largest.clicks
    ? `paid ${money.exact(Math.round(largest.cost / largest.clicks))} a click`
    : 'brought none'
  return [
    `${money.exact(sum('spend'))} of spend brought ${number(sum('clicks'))} paid clicks; the largest channel, ${nameOf(largest.channel)}, ${price}.`,
    basisSentence('The spend', byBasis('spend'), workbench),
    basisSentence('The count of clicks', byBasis('clicks'), workbench),
  ].join(' ')
}
