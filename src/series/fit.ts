import { type Assumptions, loadAssumptions } from '../assumptions/index.js'
import type { LiftTest } from '../decisions/data.js'
import { rulesOf } from '../decisions/decide.js'
import { fitOrders } from '../decisions/fit/fit.js'
import type { Fit } from '../decisions/fit/fitted.js'
import type { PriorKind } from '../decisions/fit/prior.js'
import { prepareResponses, type Responses } from '../decisions/plans/responses.js'
import { readLiftFile } from './lift-file.js'
import { readSeriesMap } from './map.js'
import { type Pricing, pricingOf } from './pricing.js'
import { type FlatSeries, readSeries } from './read.js'

export interface SeriesOptions {
  /** A YAML file that names columns. Default: what the headers say. */
  readonly map?: string
  /** A file of lift tests, in units of the outcome. Default none. */
  readonly lift?: string
  /** Integer, 0 to 2^31 - 1. Default 42. */
  readonly seed?: number
  /** Rules of acting and the prior. Default: the declared ones. */
  readonly assumptions?: Assumptions
}

/** A flat series whose channels are understood as far as it tells. */
export interface SeriesFit {
  readonly series: FlatSeries
  readonly fit: Fit
  readonly responses: Responses
  readonly pricing: Pricing
  readonly rules: ReturnType<typeof rulesOf>
}

const SEED = 42

/**
 * Fits what channels caused to any daily or weekly series: a file with a line a period, its date, an
 * outcome or revenue, and spend of each channel (impressions, clicks, controls and events where known).
 * Whether the series may speak at all is measured first, as for a marketplace.
 *
 * @throws InputError on a file, a map, a lift test or a cell that cannot be used, saying what to do
 */
export function fitSeriesFile(path: string, options: SeriesOptions = {}): SeriesFit {
  const { seed = SEED, assumptions = loadAssumptions() } = options
  const tests: LiftTest[] = options.lift === undefined ? [] : readLiftFile(options.lift)
  const series = readSeries(
    path,
    options.map === undefined ? {} : readSeriesMap(options.map),
    tests,
  )
  const rules = rulesOf({ assumptions })
  const fit = fitOrders(series.data, {
    prior: assumptions.text('decisions.prior') as PriorKind,
    seed,
    beliefs: rules.beliefs,
  })
  const responses = prepareResponses(fit)
  return {
    series,
    fit,
    responses,
    pricing: pricingOf(series, responses),
    rules,
  }
}
