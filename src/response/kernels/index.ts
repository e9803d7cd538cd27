import { binomial } from './binomial.js'
import { delayed } from './delayed.js'
import { geometric } from './geometric.js'
import { weibullCdfKernel } from './weibull-cdf.js'
import { weibullPdfKernel } from './weibull-pdf.js'

/** Every shape of memory; to add one, write its file and name it here. */
export const kernels = [geometric, binomial, delayed, weibullPdfKernel, weibullCdfKernel] as const
