import type { Columns } from '../engine/index.js'
import { sum } from '../numbers.js'
import type { ChannelExpectation, Market } from './engine/simulate.js'
import type { PlanNote } from './plan/plan-notes.js'
import { seasonTargets } from './season/season.js'

/** `dim_channel`, by columns. */
export function channelColumns({ channels, observed, spendBasis, warmupDays }: Market): Columns {
  const basis = (id: string, counts: 'impressions' | 'clicks') =>
    observed[id]?.[counts].subarray(warmupDays).every(Number.isFinite) ? 'observed' : 'simulated'
  return {
    channel: channels.map(({ id }) => id),
    name: channels.map(({ name }) => name),
    is_paid: channels.map(({ isPaid }) => isPaid),
    spend_basis: channels.map(({ isPaid }) => (isPaid ? spendBasis : 'declared')),
    impressions_basis: channels.map(({ id }) => basis(id, 'impressions')),
    clicks_basis: channels.map(({ id }) => basis(id, 'clicks')),
  }
}

/** `fct_marketing_daily`, by columns. */
export function dailyColumns(
  market: Market,
  expectations: readonly ChannelExpectation[],
  clicks: readonly Float64Array[],
): Columns {
  const each = (pick: (expectation: ChannelExpectation, i: number) => ArrayLike<number>) =>
    expectations.flatMap((expectation, i) => Array.from(pick(expectation, i)))
  const dates = datesOf(market)
  return {
    channel: expectations.flatMap(({ channel }) => dates.map(() => channel.id)),
    date: each(() => dates),
    spend_cents: each(({ spendCents }) => spendCents),
    impressions: each(({ impressions }) => impressions),
    exposure: each(({ exposure }) => exposure),
    expected_clicks: each(({ expectedClicks }) => expectedClicks),
    clicks: each((_, i) => clicks[i]!),
    released_cost_cents: each(({ release }) => release.releasedCents),
    saturation_loss_clicks: each(({ saturationLossClicks }) => saturationLossClicks),
    season_index: each(() => market.season.index.response),
    capacity_impressions: each(({ capacity }) => capacity),
  }
}

/** `spend_release`, by columns. */
export function releaseColumns(
  { firstDay }: Market,
  expectations: readonly ChannelExpectation[],
): Columns {
  const each = (pick: (release: ChannelExpectation['release']) => ArrayLike<number>) =>
    expectations.flatMap(({ release }) => Array.from(pick(release)))
  return {
    channel: expectations.flatMap(({ channel, release }) =>
      Array<string>(release.costCents.length).fill(channel.id),
    ),
    spend_date: each(({ spendDay }) => spendDay.map((day) => firstDay + day)),
    release_date: each(({ releaseDay }) => releaseDay.map((day) => firstDay + day)),
    cost_cents: each(({ costCents }) => costCents),
  }
}

/** `channel_balances`, by columns: what was under way when the horizon began, and when it ended. */
export function balanceColumns(
  { firstDay, warmupDays }: Market,
  expectations: readonly ChannelExpectation[],
): Columns {
  const rows = expectations.map((expectation) => balanceOf(expectation, warmupDays))
  return {
    channel: expectations.map(({ channel }) => channel.id),
    first_date: expectations.map(() => firstDay + warmupDays),
    warmup_spend_cents: rows.map(({ warmupSpend }) => warmupSpend),
    opening_in_flight_cents: rows.map(({ opening }) => opening),
    spend_cents: rows.map(({ spend }) => spend),
    released_cents: rows.map(({ released }) => released),
    closing_in_flight_cents: expectations.map(({ release }) => release.inFlightCents),
  }
}

function balanceOf({ spendCents, release }: ChannelExpectation, warmupDays: number) {
  let opening = 0
  release.costCents.forEach((cents, i) => {
    if (release.spendDay[i]! < warmupDays && release.releaseDay[i]! >= warmupDays) opening += cents
  })
  return {
    opening,
    warmupSpend: sum(spendCents.subarray(0, warmupDays)),
    spend: sum(spendCents.subarray(warmupDays)),
    released: sum(release.releasedCents.subarray(warmupDays)),
  }
}

/** `season_effects`, by columns. */
export function seasonColumns(market: Market): Columns {
  const { effects } = market.season
  const dates = datesOf(market)
  return {
    effect: effects.flatMap(({ effect }) => dates.map(() => effect)),
    date: effects.flatMap(() => dates),
    ...Object.fromEntries(
      seasonTargets.map((target) => [
        `${target}_factor`,
        effects.flatMap(({ factors }) => Array.from(factors[target])),
      ]),
    ),
  }
}

/** `plan_notes`, by columns. */
export function noteColumns(notes: readonly PlanNote[]): Columns {
  return {
    note_id: notes.map(({ note_id }) => note_id),
    severity: notes.map(({ severity }) => severity),
    channel: notes.map(({ channel }) => channel),
    days: notes.map(({ days }) => days),
    amount_cents: notes.map(({ amount_cents }) => amount_cents),
    statement: notes.map(({ statement }) => statement),
  }
}

function datesOf({ firstDay, days }: Market): number[] {
  return Array.from({ length: days }, (_, t) => firstDay + t)
}
