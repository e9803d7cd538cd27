import { InputError } from '../errors.js'
import type { KernelKind } from './kernel-kind.js'
import { kernels } from './kernels/index.js'
import { checkParameters, declaredValues, outOfRange } from './parameter.js'

interface KernelBase {
  /** Number of days that remember one day's advertising, itself included: lags 0 to maxLag - 1. Default 28. */
  readonly maxLag?: number
  /** Scale the weights to sum 1, so memory moves exposure in time and neither makes nor loses any. Default true. */
  readonly normalise?: boolean
}

type KernelOf<Declared> =
  Declared extends KernelKind<infer Kind, infer Name>
    ? KernelBase & { readonly kind: Kind } & Readonly<Record<Name, number>>
    : never

/**
 * How long, and in what shape, a market remembers advertising: `geometric` (decay), `binomial`
 * (alpha), `delayed` (decay, peak), `weibull_pdf` and `weibull_cdf` (shape, scale).
 */
export type Kernel = KernelOf<(typeof kernels)[number]>

const DEFAULT_MAX_LAG_DAYS = 28

/**
 * The weights of a kernel, today first: `weights[k]` is what remains of an impression after k days.
 * They follow from the kernel's own parameters only, never from the series it is applied to.
 *
 * @returns `maxLag` non-negative weights, summing to 1 unless `normalise` is false
 * @throws InputError on a parameter out of range
 */
export function adstockWeights(kernel: Kernel): Float64Array {
  const { maxLag = DEFAULT_MAX_LAG_DAYS, normalise = true } = kernel
  if (!Number.isInteger(maxLag) || maxLag < 1) {
    throw outOfRange('kernel.maxLag', maxLag, 'a whole number of days >= 1')
  }
  const { parameters, weights } = kindOf(kernel.kind)
  checkParameters('kernel', parameters, kernel)
  const weight = weights(kernel as never, maxLag)
  const byLag = new Float64Array(maxLag).map((_, lag) => weight(lag))
  return normalise ? normalised(byLag) : byLag
}

/** Memories to try in a fit: about ten of the kernel's own kind. */
export function kernelTrials(kernel: Kernel): Kernel[] {
  return kindOf(kernel.kind)
    .trials(kernel as never)
    .map((parameters) => ({ ...kernel, ...parameters }))
}

/** The kernel that a channel declares by its fields. */
export function declaredKernel(
  kind: string,
  maxLag: number,
  number: (field: string) => number,
): Kernel {
  return { kind, maxLag, ...declaredValues(kindOf(kind).parameters, number) } as Kernel
}

function kindOf(kind: string): KernelKind<string, string> {
  const found = kernels.find((kernel) => kernel.kind === kind)
  if (found) return found as KernelKind<string, string>
  const allowed = kernels.map((kernel) => kernel.kind).join(', ')
  throw outOfRange('kernel.kind', JSON.stringify(kind), allowed)
}

function normalised(weights: Float64Array): Float64Array {
  let total = 0
  for (const weight of weights) total += weight
  if (total > 0 && Number.isFinite(total)) return weights.map((weight) => weight / total)
  throw new InputError(
    'kernel: its weights are all 0 within maxLag. Choose a longer maxLag or a wider shape.',
  )
}
