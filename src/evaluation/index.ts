export {
  type AttributionEvaluation,
  type EvaluateOptions,
  evaluateAttribution,
  type MethodScore,
  type ShareError,
} from './evaluate.js'
export { publishedScores } from './published.js'
