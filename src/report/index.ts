export { basisSentences, figureBasis } from './basis.js'
export { writeBook } from './book/book.js'
export type { BookNotebook } from './book/notebook-page.js'
export {
  comparisonDifferences,
  comparisonFigure,
  comparisonSentence,
  comparisonSteps,
  comparisonText,
} from './comparison.js'
export { comparisonHtml } from './comparison-html.js'
export type { StatementHead } from './head.js'
export {
  evidenceSentence,
  type Judgment,
  judge,
  judgeOnEngine,
  judgmentSentence,
  judgmentText,
  readJudgment,
} from './judgment.js'
export { checkLaws } from './laws.js'
export { type Note, noteLines, readNotes } from './notes.js'
export { retailDays } from './retail-days.js'
export { cacDefinitions, verdictSentences } from './sentences.js'
export { statementCsv } from './statement/csv.js'
export { statementHtml } from './statement/html.js'
export type { HeldForSellers, KeyMetrics } from './statement/metrics.js'
export { readStatement, type Statement } from './statement/statement.js'
export { firstPageText, sectionText, statementText } from './statement/text.js'
export { type StatementFiles, writeStatement } from './statement/write.js'
export { statementXlsx } from './statement/xlsx.js'
export {
  type ComparisonBase,
  compareMonth,
  comparisonBases,
  type MonthComparison,
  type VarianceRow,
} from './variance/compare.js'
export { comparisonSection } from './variance/section.js'
export {
  dailyProfit,
  type ProfitDay,
  profitWaterfall,
  type StatusEvents,
  statusMatrix,
  type WaterfallStep,
} from './views.js'
