import { meanOneLogNormal, negativeBinomial, poisson } from '../../random/distributions.js'
import { keyedStreams } from '../../random/stream.js'
import { memory } from '../arithmetic/memory.js'
import { responseOf } from '../arithmetic/response.js'
import { type MarketDay, type MarketFrame, readMarketFrame } from './market-days.js'
import { plannedSpend } from './planned-spend.js'
import { valuesOf, type WorkingTable } from './working-table.js'

/** The steps from spend to clicks; each is checked from what the step before it published. */
type Step = 'spend' | 'impressions' | 'exposure' | 'response' | 'clicks'

const RELATIVE = 1e-9

/** Equal within a billionth; what is no number equals nothing. */
const near = (a: number, b: number) =>
  Math.abs(a - b) <= RELATIVE * Math.max(Math.abs(a), Math.abs(b))

/** A whole number that may be a value rounded, however a tie fell. */
const rounds = (whole: number, value: number) =>
  Number.isInteger(whole) && Math.abs(whole - value) <= 0.5 + RELATIVE * (1 + value)

/** Channel days on which a step from spend to clicks is not what it must be, with the spend at stake. */
export const marketDifferences: WorkingTable = {
  name: 'market_differences',
  uses: [],
  reads: ['market.fct_marketing_daily', 'market.season_effects', 'dwh.fct_orders'],
  select: async (ask, declared) => {
    const frame = await readMarketFrame(ask, declared)
    const found: (string | number)[][] = []
    for (const [channel, days] of frame.days) {
      const steps = channelSteps(frame, channel, days)
      days.forEach((day, t) => {
        for (const [step, holds] of Object.entries(steps)) {
          if (!holds(day, t)) {
            const date = new Date(day.day * 86_400_000).toISOString().slice(0, 10)
            const stake = Math.abs(
              step === 'spend' ? day.spend_cents - plannedSpend(frame, day) : day.spend_cents,
            )
            found.push([step, channel, date, Number.isFinite(stake) ? stake : 0])
          }
        }
      })
    }
    return valuesOf(
      { step: 'varchar', channel: 'varchar', date: 'date', amount_cents: 'bigint' },
      found,
    )
  },
}

function channelSteps(
  frame: MarketFrame,
  channel: string,
  days: readonly MarketDay[],
): Record<Step, (day: MarketDay, t: number) => boolean> {
  const weights = memory(frame.declared, channel)
  const { rate, capacity, worth } = responseOf(frame.declared, channel)
  const stated = (day: MarketDay) => frame.file?.of(channel, day.day)
  const clicksOf = clickRule(frame, channel, days)
  return {
    spend: (day) => day.spend_cents === plannedSpend(frame, day),
    impressions: (day) => {
      const known = stated(day)?.impressions ?? null
      return known !== null
        ? day.impressions === known
        : rounds(day.impressions, impressions(frame, day))
    },
    exposure: (day, t) => {
      let exposure = 0
      for (let lag = Math.min(t, weights.length - 1); lag >= 0; lag--) {
        exposure += weights[lag]! * days[t - lag]!.impressions
      }
      return near(day.exposure, exposure)
    },
    response: (day) => {
      const audience = capacity(frame.trailing(day.day).orders / frame.trailingDays)
      const unsaturated = rate * day.exposure * day.season_index
      const modelled = rate * audience * worth(day.exposure / audience) * day.season_index
      const known = stated(day)?.clicks ?? null
      const lost = known === null ? Math.max(0, unsaturated - modelled) : 0
      return (
        near(day.capacity_impressions, audience) &&
        near(day.expected_clicks, known ?? modelled) &&
        Math.abs(day.saturation_loss_clicks - lost) <= RELATIVE * unsaturated &&
        near(day.season_index, frame.factor('response', day.day))
      )
    },
    clicks: (day, t) => day.clicks === (stated(day)?.clicks ?? clicksOf(t)),
  }
}

/** Impressions that spend buys at the season's price, or that an unpaid channel has of its own. */
function impressions(
  { declared, factor, trailing, trailingDays, growthDay }: MarketFrame,
  day: MarketDay,
): number {
  const id = (field: string) => `market.channels.${day.channel}.${field}`
  if (declared.flag(id('is_paid'))) {
    const price = declared.flag(id('price_follows_season')) ? factor('price', day.day) : 1
    return day.spend_cents === 0
      ? 0
      : (1000 * day.spend_cents) / (declared.number(id('cpm_cents')) * price)
  }
  const grown = Math.max(
    0,
    1 + (declared.number(id('growth_per_year')) * (day.day - growthDay)) / 365,
  )
  const known = trailing(day.day).orders / trailingDays
  const base =
    declared.text(id('base')) === 'per_day'
      ? declared.number(id('impressions_per_day')) * grown
      : Math.max(
          declared.number(id('impressions_floor')),
          declared.number(id('impressions_per_order')) * known,
        )
  return base * factor('demand', day.day)
}

/** The clicks of a day: the draw of its seed around what is expected, or the expectation rounded. */
function clickRule(
  { declared }: MarketFrame,
  channel: string,
  days: readonly MarketDay[],
): (t: number) => number {
  const seed = declared.number('seed')
  const rule = declared.text('market.counts')
  if (rule === 'rounded') {
    let carried = 0
    const clicks = days.map(({ expected_clicks }) => {
      const due = expected_clicks + carried
      const count = Math.max(0, due < 0 ? -Math.round(-due) : Math.round(due))
      carried = due - count
      return count
    })
    return (t) => clicks[t]!
  }
  const volatility = keyedStreams(seed, channel, 'volatility')
  const chance = keyedStreams(seed, channel, 'clicks')
  const spread = declared.number(`market.channels.${channel}.volatility`)
  const dispersion = declared.number('market.dispersion')
  return (t) => {
    const { day, expected_clicks } = days[t]!
    const mean = expected_clicks * meanOneLogNormal(volatility(day), spread)
    if (!(mean >= 0 && Number.isFinite(mean))) return Number.NaN
    return rule === 'negative_binomial'
      ? negativeBinomial(chance(day), mean, dispersion)
      : poisson(chance(day), mean)
  }
}
