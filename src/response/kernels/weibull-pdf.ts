import { kernelKind } from '../kernel-kind.js'
import { scale, shape } from './parameters.js'
import { weibullPdf, weibullTrials } from './weibull.js'

export const weibullPdfKernel = kernelKind({
  kind: 'weibull_pdf',
  words: 'The effect builds up and fades as a Weibull density.',
  formula: 'Weibull density at day k + 1',
  source:
    'Robyn and PyMC-Marketing, there further stretched to 0..1, which would make the last day forget',
  parameters: { shape, scale },
  weights: (parameters) => (lag) => weibullPdf(lag + 1, parameters),
  // A density that is 0 in doubles from the first day on remembers nothing.
  trials: (parameters) => weibullTrials(parameters).filter((trial) => weibullPdf(1, trial) > 0),
})
