export { adstock, convolve } from './adstock.js'
export { type Curve, curveFunctions, curveTrials, declaredCurve } from './curve.js'
export type { CurveFunctions, CurveKind } from './curve-kind.js'
export { curves } from './curves/index.js'
export {
  type FadingKind,
  type FadingName,
  type FadingParameters,
  fadingNames,
  fadings,
  MILLION,
} from './fading.js'
export { adstockWeights, declaredKernel, type Kernel, kernelTrials } from './kernel.js'
export type { KernelKind } from './kernel-kind.js'
export { kernels } from './kernels/index.js'
export type { Parameter } from './parameter.js'
export { exposureFor, marginalResponse, saturate } from './saturate.js'
