import type { Notation } from '../format/index.js'
import { counted } from '../format/words.js'
import { htmlTable } from './table.js'

/** One law of a stage and how far the published tables are from it. */
export interface ShownLaw {
  readonly law: string
  /** The law in words. */
  readonly statement: string
  /** What is left over; 0 when the law holds exactly. */
  readonly residual: number
  /** Of the residual: 'cents' or a plain noun, e.g. 'rows', 'clicks'. */
  readonly unit: string
  readonly holds: boolean
}

/** The laws that a stage must obey, with residuals; whether each holds is said in words. */
export function lawTable(laws: readonly ShownLaw[], notation: Notation): string {
  const { money, number } = notation
  const rows = laws.map(({ law, statement, residual, unit, holds }) => ({
    law,
    statement,
    residual: unit === 'cents' ? money.exact(residual) : `${number(residual)} ${unit}`.trim(),
    result: holds ? 'OK' : 'VIOLATED',
  }))
  return htmlTable(rows, notation, {
    caption: lawsInOneSentence(laws),
    columns: { law: 'Law', statement: 'What must hold', residual: 'Residual', result: 'Result' },
    maxRows: rows.length,
  })
}

/** How many of the laws hold, as a caption or a notice says it. */
export function lawsInOneSentence(laws: readonly ShownLaw[]): string {
  const broken = laws.filter(({ holds }) => !holds).length
  if (laws.length === 0) return 'No laws were checked.'
  if (broken === 0) {
    return laws.length === 1 ? 'The law holds.' : `All ${laws.length} laws hold.`
  }
  return `${broken} of ${counted(laws.length, 'law')} violated: distrust the figures behind ${broken === 1 ? 'it' : 'them'}.`
}
