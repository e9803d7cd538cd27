import type { Assumptions } from '../assumptions/index.js'
import type { Columns } from '../engine/index.js'
import { marketSchema } from '../schema/market.js'
import type { Stage, StageContext } from '../stage.js'
import type { CountRule } from './engine/counts.js'
import {
  type ChannelExpectation,
  drawClicks,
  expectMarket,
  type Market,
} from './engine/simulate.js'
import { readMarket } from './read-market.js'

/** Stage 3: spend becomes clicks, with memory. */
export const marketStage: Stage = {
  name: 'market',
  needs: ['dwh'],
  schema: marketSchema,
  build: buildMarket,
}

async function buildMarket({ db, assumptions, seed, progress }: StageContext): Promise<void> {
  const market = await readMarket(db, assumptions)
  progress(`${market.channels.length} channels over ${market.days} days`)
  const expectations = expectMarket(market)
  const counts = readCounts(assumptions)
  const clicks = expectations.map((expectation) =>
    drawClicks(expectation, { firstDay: market.firstDay, seed, counts }),
  )
  const tables: Readonly<Record<keyof typeof marketSchema, Columns>> = {
    dim_channel: channelColumns(market),
    fct_marketing_daily: dailyColumns(market, expectations, clicks),
    spend_release: releaseColumns(market, expectations),
    season_effects: seasonColumns(market),
  }
  for (const [name, columns] of Object.entries(tables)) {
    await db.createTable(name, marketSchema[name]!)
    await db.append(name, marketSchema[name]!, columns)
  }
}

function readCounts(assumptions: Assumptions): CountRule {
  const kind = assumptions.text('market.counts') as CountRule['kind']
  return kind === 'negative_binomial'
    ? { kind, dispersion: assumptions.number('market.dispersion') }
    : { kind }
}

function channelColumns({ channels }: Market): Columns {
  return {
    channel: channels.map(({ id }) => id),
    name: channels.map(({ name }) => name),
    is_paid: channels.map(({ isPaid }) => isPaid),
  }
}

function dailyColumns(
  { firstDay, days, season }: Market,
  expectations: readonly ChannelExpectation[],
  clicks: readonly Float64Array[],
): Columns {
  const each = (pick: (expectation: ChannelExpectation, i: number) => ArrayLike<number>) =>
    expectations.flatMap((expectation, i) => Array.from(pick(expectation, i)))
  const dates = Array.from({ length: days }, (_, t) => firstDay + t)
  return {
    channel: expectations.flatMap(({ channel }) => new Array<string>(days).fill(channel.id)),
    date: each(() => dates),
    spend_cents: each(({ spendCents }) => spendCents),
    impressions: each(({ impressions }) => impressions),
    exposure: each(({ exposure }) => exposure),
    expected_clicks: each(({ expectedClicks }) => expectedClicks),
    clicks: each((_, i) => clicks[i]!),
    released_cost_cents: each(({ release }) => release.releasedCents),
    saturation_loss_clicks: each(({ saturationLossClicks }) => saturationLossClicks),
    season_index: each(() => season.index.response),
  }
}

function releaseColumns(
  { firstDay }: Market,
  expectations: readonly ChannelExpectation[],
): Columns {
  return {
    channel: expectations.flatMap(({ channel, release }) =>
      new Array<string>(release.costCents.length).fill(channel.id),
    ),
    spend_date: expectations.flatMap(({ release }) =>
      release.spendDay.map((day) => firstDay + day),
    ),
    release_date: expectations.flatMap(({ release }) =>
      release.releaseDay.map((day) => firstDay + day),
    ),
    cost_cents: expectations.flatMap(({ release }) => release.costCents),
  }
}

function seasonColumns({ firstDay, days, season }: Market): Columns {
  const { effects } = season
  return {
    effect: effects.flatMap(({ effect }) => new Array<string>(days).fill(effect)),
    date: effects.flatMap(() => Array.from({ length: days }, (_, t) => firstDay + t)),
    price_factor: effects.flatMap(({ factors }) => Array.from(factors.price)),
    response_factor: effects.flatMap(({ factors }) => Array.from(factors.response)),
    demand_factor: effects.flatMap(({ factors }) => Array.from(factors.demand)),
    spend_factor: effects.flatMap(({ factors }) => Array.from(factors.spend)),
  }
}
