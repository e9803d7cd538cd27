export {
  answerWords,
  type LeadingAssumption,
  type LeadingOptions,
  leadingAssumptions,
} from './leading.js'
