import { InputError } from '../../errors.js'
import { mean } from '../../numbers.js'
import type { DecisionData } from '../data.js'
import { designOf } from './design.js'
import type { FitOptions, FitProgress, Prepared } from './fitted.js'
import { neutralPrior } from './prior.js'
import { channelGrid, declaredGrid } from './response.js'
import { fitSeries } from './series.js'
import { planTrust } from './trust.js'

/** Shares of a fit's work, about as they take their time. */
const GRIDS_DONE = 0.3
const SERIES_DONE = 0.75

/**
 * All that needs the days: trust in the plan, responses from clicks, the collapsed series.
 *
 * @throws InputError where new customers are asked for and unknown
 */
export function prepare(
  data: DecisionData,
  { outcome, seed }: Required<FitOptions>,
  onProgress: FitProgress,
): Prepared {
  const orders = outcome === 'orders' ? data.orders : data.newCustomers
  if (orders === undefined) {
    throw new InputError('fit: this data has no new customers. Choose the outcome orders.')
  }
  const trust = planTrust(data)
  const grids = data.channels.map((channel, c) => {
    onProgress((GRIDS_DONE * c) / data.channels.length)
    return data.spendSource === 'assumed' ? declaredGrid(channel) : channelGrid(channel, data)
  })
  const series = fitSeries({
    orders,
    isCount: data.outcomeIsCount ?? true,
    design: designOf(data),
    ids: data.channels.map(({ id }) => id),
    grids,
    prior: neutralPrior(mean(orders), grids.length),
    seed,
    onRound: (done) => onProgress(GRIDS_DONE + done * (SERIES_DONE - GRIDS_DONE)),
  })
  return { outcome: orders, grids, series, trust }
}
