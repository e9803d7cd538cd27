export {
  answerWords,
  assumptionName,
  type LeadingAssumption,
  type LeadingOptions,
  leadingAssumptions,
  leadingInWords,
} from './leading.js'
export { type MovedAnswer, sensitivityOf } from './made.js'
