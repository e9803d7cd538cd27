import { InputError } from '../../errors.js'
import type { DecisionData, DeclaredIncrementality, LiftTest } from '../data.js'
import { checkData } from './check.js'
import { conclude } from './conclude.js'
import type { Fit, FitOptions, FitProgress } from './fitted.js'
import { prepare } from './prepare.js'
import { usualBeliefs } from './prior.js'

/** What may change without reading the days again. */
export interface Changes extends Pick<FitOptions, 'prior' | 'seed' | 'beliefs'> {
  /** All tests, in place of those before. */
  readonly liftTests?: readonly LiftTest[]
  /** Declared incrementality by channel id. */
  readonly incrementality?: Readonly<Record<string, DeclaredIncrementality>>
}

const DEFAULT_SEED = 1

/**
 * Fits what media caused to a series of orders: response from clicks, baseline with unseen demand,
 * posterior by exact Gibbs. Whether the series may speak at all is measured first; where it may not,
 * only priors and lift tests do.
 *
 * @throws InputError on data that can't be fitted, on assumed spend without a lift test (unless
 *   accepted), on a lift test or a declared incrementality out of range
 */
export function fitOrders(
  data: DecisionData,
  options: FitOptions = {},
  onProgress: FitProgress = () => {},
): Fit {
  const { prior = 'attributed', seed = DEFAULT_SEED } = options
  const { outcome = 'orders', acceptAssumed = false, beliefs = usualBeliefs } = options
  checkData(data)
  if (data.spendSource === 'assumed' && data.liftTests.length === 0 && !acceptAssumed) {
    throw new InputError(
      'fit: spend of this run is assumed: nothing can be learned from it. Add marketing_spend.csv or a lift test.',
    )
  }
  const full = { prior, seed, outcome, acceptAssumed, beliefs }
  const prepared = prepare(data, full, onProgress)
  const fit = conclude(data, full, prepared)
  onProgress(1)
  return fit
}

/**
 * The same days under other lift tests, priors or luck: only the posterior is drawn anew.
 *
 * @throws InputError on a lift test or a declared incrementality out of range
 */
export function refit(fit: Fit, changes: Changes): Fit {
  const { liftTests = fit.data.liftTests, incrementality = {} } = changes
  const { prior, seed, beliefs } = { ...fit.options, ...changes }
  const channels = fit.data.channels.map((channel) => {
    const declared = incrementality[channel.id]
    return declared === undefined ? channel : { ...channel, incrementality: declared }
  })
  const data = { ...fit.data, liftTests, channels }
  return conclude(data, { ...fit.options, prior, seed, beliefs }, fit.prepared)
}
