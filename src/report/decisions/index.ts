export { makeDecisions } from './make.js'
export {
  type ChannelCause,
  type PlanAdvice,
  type PricedExperiment,
  type RunDecisions,
  readRunDecisions,
} from './read.js'
export { adviceSentences, learnedSentence } from './sentences.js'
export { decisionsText } from './text.js'
