import type { Assumptions } from '../../assumptions/index.js'
import { readRules, readSupplyAndDemand, type SupplyAndDemand } from '../../attribution/index.js'
import type { SqlSource } from '../../engine/index.js'
import type { Fit } from '../fit/fitted.js'
import type { Range } from '../sure/quantiles.js'
import { basisOf } from '../tables/fit.js'
import { type FittedField, fittedResponse } from './fitted-response.js'
import { attributedOrders, bornClicks, type MatchTarget, matchOrders } from './match-orders.js'

/** One assumption that the fit speaks of: what stands, and what would stand in a calibrated run. */
export interface CalibratedAssumption {
  readonly id: string
  /** Empty for what concerns all channels. */
  readonly channel: string
  readonly declared: number
  /** The value of a calibrated run; the declared one where nothing was learned. */
  readonly value: number
  /** Null where the fit gives no range: the value makes others fit, or nothing was learned. */
  readonly low: number | null
  readonly high: number | null
  readonly basis: 'fitted' | 'declared'
  readonly note: string
}

/**
 * What a run would assume if it took from the fit what the fit knows: memory, capacity and click rate
 * of channels whose clicks were observed; clicks per order, affinities and the direct share under
 * which attribution gives channels what they caused. A channel of which data and tests say nothing
 * keeps its declared values; with none left, nothing is calibrated.
 *
 * @param source a run through attribution
 */
export async function calibrate(
  fit: Fit,
  source: SqlSource,
  assumptions: Assumptions,
): Promise<CalibratedAssumption[]> {
  const fitted = fit.channels.filter(({ channel }) => basisOf(fit, channel) === 'fitted')
  if (fitted.length === 0) return []
  const market = fit.channels.flatMap((_, c) => responseRows(fit, c, assumptions))
  return [...market, ...supplyRows(fit, await readSupplyAndDemand(source), assumptions)]
}

const RESPONSE_NOTES = {
  decay: 'From how clicks follow spend.',
  capacity_impressions: 'From where more spend brings fewer clicks, at the assumed price.',
  capacity_per_order_impressions: 'The fitted capacity does not grow with orders.',
  ctr_bps: 'From clicks over exposure, at the assumed price.',
} as const

function responseRows(fit: Fit, c: number, assumptions: Assumptions): CalibratedAssumption[] {
  const { channel } = fit.channels[c]!
  if (basisOf(fit, channel) === 'declared') return []
  return fittedResponse(fit, c, assumptions).map(({ field, range }) => {
    const id = `market.channels.${channel}.${field}`
    const value = field === 'decay' ? range.mean : withinUnits(field, range.mean)
    return row(id, channel, assumptions, value, RESPONSE_NOTES[field], range)
  })
}

/** Whole, and within what the registry allows. */
function withinUnits(field: FittedField['field'], value: number): number {
  const whole = Math.round(value)
  if (field === 'capacity_impressions') return Math.max(whole, 1)
  return field === 'ctr_bps' ? Math.min(whole, 10_000) : whole
}

function supplyRows(
  fit: Fit,
  supply: SupplyAndDemand,
  assumptions: Assumptions,
): CalibratedAssumption[] {
  const from = fit.data.firstDay - supply.firstDay
  const days = { from, to: from + fit.data.orders.length }
  const rules = readRules(assumptions, supply.channels, fit.options.seed)
  const targets = targetsOf(fit, supply.channels, attributedOrders(supply, rules, days))
  const matched = matchOrders(supply, rules, targets, days)
  const channels = supply.channels.flatMap((channel, c) => {
    const { clicksPerOrder, affinityBps } = matched.rules.channels[c]!
    const id = (field: string) => `attribution.channels.${channel}.${field}`
    const fitted = targets[c]!.isFitted && fit.channels.find((other) => other.channel === channel)!
    return [
      fitted
        ? row(
            id('clicks_per_order'),
            channel,
            assumptions,
            clicksPerOrder,
            `Clicks over orders caused (${fitted.grade}): attribution gives it ${matched.attributed[c]}, of ${Math.round(fitted.incremental.mean)} caused.`,
            perOrder(bornClicks(supply, c, days), fitted.incremental),
          )
        : kept(id('clicks_per_order'), channel, assumptions),
      row(
        id('affinity_bps'),
        channel,
        assumptions,
        affinityBps,
        'Set so that channels share demand as they caused it.',
      ),
    ]
  })
  const direct = row(
    'attribution.direct_demand_bps',
    '',
    assumptions,
    matched.rules.directDemandBps,
    'What is left of demand after the orders that channels take.',
  )
  return [direct, ...channels]
}

/** What attribution should give: caused orders where the fit knows them, else what it gives now. */
function targetsOf(fit: Fit, channels: readonly string[], now: readonly number[]): MatchTarget[] {
  return channels.map((channel, c) => {
    const fitted = fit.channels.find((other) => other.channel === channel)
    if (fitted === undefined || basisOf(fit, channel) === 'declared') {
      return { orders: now[c]!, isFitted: false }
    }
    return { orders: fitted.incremental.mean, isFitted: true }
  })
}

function perOrder(clicks: number, { low, mean, high }: Range): Range {
  const over = (orders: number) => clicks / Math.max(orders, 1)
  return { low: over(high), mean: over(mean), high: over(low) }
}

function row(
  id: string,
  channel: string,
  assumptions: Assumptions,
  value: number,
  note: string,
  range?: Range,
): CalibratedAssumption {
  return {
    id,
    channel,
    declared: assumptions.number(id),
    value,
    low: range?.low ?? null,
    high: range?.high ?? null,
    basis: 'fitted',
    note,
  }
}

/** A declared value that stands: nothing speaks of it. */
function kept(id: string, channel: string, assumptions: Assumptions): CalibratedAssumption {
  const declared = assumptions.number(id)
  const note = 'Nothing was learned of it: the declared value stands.'
  return { id, channel, declared, value: declared, low: null, high: null, basis: 'declared', note }
}
