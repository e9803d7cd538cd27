export { causeColumns, planColumns } from './columns.js'
export { figureRangeRows, hangsOnSentences, planHangsOn, rangeSentence } from './hangs-on.js'
export { makeDecisions } from './make.js'
export {
  type ChannelCause,
  type PlanAdvice,
  type PricedExperiment,
  type RangedFigure,
  type RunDecisions,
  readRunDecisions,
} from './read.js'
export { adviceSentences, knowledgeSentence, learnedFrom, learnedSentence } from './sentences.js'
export { decisionsText } from './text.js'
