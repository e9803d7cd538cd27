/** One law of the market and what the published tables leave of it. */
export interface MarketLaw {
  readonly law: string
  /** The law in words. */
  readonly statement: string
  /** 0 when the law holds exactly. */
  readonly residual: number
  readonly unit: LawUnit
  readonly holds: boolean
}

type LawUnit = 'cents' | 'clicks' | 'rows'

/** Law, statement, unit of the residual, and the query of one value that computes it. */
const laws: readonly (readonly [law: string, statement: string, unit: LawUnit, sql: string])[] = [
  [
    'spend_conserved',
    'Every channel: spend = released within the horizon + in flight',
    'cents',
    `select sum(abs(spend - released - in_flight)) from (
       select d.channel, sum(d.spend_cents) as spend, sum(d.released_cost_cents) as released,
         coalesce(max(r.in_flight), 0) as in_flight
       from market.fct_marketing_daily as d
       left join (
         select channel, sum(cost_cents) as in_flight from market.spend_release
         where release_date > (select max(date) from market.fct_marketing_daily)
         group by channel) as r on r.channel = d.channel
       group by d.channel)`,
  ],
  [
    'spend_split',
    'Every channel and day: the parts of its spend sum to it',
    'cents',
    `select sum(abs(d.spend_cents - coalesce(r.cents, 0)))
     from market.fct_marketing_daily as d
     left join (
       select channel, spend_date, sum(cost_cents) as cents from market.spend_release
       group by channel, spend_date) as r on r.channel = d.channel and r.spend_date = d.date`,
  ],
  [
    'cost_released',
    'Every channel and day: the cost of its clicks is what was released on it',
    'cents',
    `select sum(abs(d.released_cost_cents - coalesce(r.cents, 0)))
     from market.fct_marketing_daily as d
     left join (
       select channel, release_date, sum(cost_cents) as cents from market.spend_release
       group by channel, release_date) as r on r.channel = d.channel and r.release_date = d.date`,
  ],
  [
    'balances',
    'Every channel: opening in flight + spend = released + closing in flight',
    'cents',
    `select sum(abs(opening_in_flight_cents + spend_cents - released_cents - closing_in_flight_cents))
     from market.channel_balances`,
  ],
  [
    'no_effect_before_cause',
    'No money is released before it is spent',
    'rows',
    'select count(*) from market.spend_release where release_date < spend_date',
  ],
  [
    'no_phantom_clicks',
    'No click without exposure',
    'clicks',
    `select sum(clicks) from market.fct_marketing_daily
     where exposure = 0 and expected_clicks = 0`,
  ],
  [
    'unpaid_is_free',
    'A channel that is not paid has neither spend nor cost',
    'cents',
    `select sum(d.spend_cents + d.released_cost_cents) from market.fct_marketing_daily as d
     join market.dim_channel as c on c.channel = d.channel where not c.is_paid`,
  ],
  [
    'gapless',
    'Every channel has every day from the first to the last',
    'rows',
    `select sum(abs(days - (select max(date) - min(date) + 1 from market.fct_marketing_daily)))
     from (select channel, count(*) as days from market.fct_marketing_daily group by channel)`,
  ],
]

/**
 * Checks the market's laws on its published tables.
 *
 * @param source a workbench, or anything else that answers questions about `market`
 */
export async function marketLaws(source: {
  rows<T>(sql: string): Promise<T[]>
}): Promise<MarketLaw[]> {
  const checked: MarketLaw[] = []
  for (const [law, statement, unit, sql] of laws) {
    const [row] = await source.rows<{ residual: number }>(
      `select coalesce((${sql}), 0)::bigint as residual`,
    )
    checked.push({ law, statement, residual: row!.residual, unit, holds: row!.residual === 0 })
  }
  return checked
}
