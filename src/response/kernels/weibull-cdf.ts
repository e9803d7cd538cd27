import { kernelKind } from '../kernel-kind.js'
import { scale, shape } from './parameters.js'
import { weibullCdf, weibullTrials } from './weibull.js'

export const weibullCdfKernel = kernelKind({
  kind: 'weibull_cdf',
  words: 'Each day keeps the share of the rest that survives it.',
  formula: 'w[k - 1] * (1 - F(k)), F the Weibull distribution, w[0] = 1',
  source: 'Robyn and PyMC-Marketing',
  parameters: { shape, scale },
  weights: (parameters) => {
    let survived = 1
    return (lag) => {
      survived *= 1 - weibullCdf(lag, parameters)
      return survived
    }
  },
  trials: weibullTrials,
})
