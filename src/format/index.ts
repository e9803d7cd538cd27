export type { CellFormat } from './cell.js'
export { formatBrl } from './money.js'
export { formatBps, formatCompact, formatNumber, formatReais } from './number.js'
export { inWords } from './words.js'
