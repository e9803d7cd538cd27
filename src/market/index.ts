export { marketStage } from './stage.js'
export { adstock } from './transforms/adstock.js'
export {
  type Curve,
  curveKinds,
  type ExponentialCurve,
  type HillCurve,
  type LogisticCurve,
  type MichaelisMentenCurve,
  type NoneCurve,
  type TanhCurve,
} from './transforms/curve.js'
export {
  adstockWeights,
  type BinomialKernel,
  type DelayedKernel,
  type GeometricKernel,
  type Kernel,
  kernelKinds,
  type WeibullCdfKernel,
  type WeibullPdfKernel,
} from './transforms/kernel.js'
export { exposureFor, marginalResponse, saturate } from './transforms/saturate.js'
