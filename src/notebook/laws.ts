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

/** The laws of a stage: those that are broken in view, those that hold folded into one line. */
export function lawTable(laws: readonly ShownLaw[], notation: Notation): string {
  const broken = laws.filter(({ holds }) => !holds)
  const held = laws.filter(({ holds }) => holds)
  const sentence = lawsInOneSentence(laws)
  if (held.length === 0 && broken.length === 0) return `<p>${sentence}</p>`
  const line = broken.length > 0 ? `The other ${counted(held.length, 'law')} hold.` : sentence
  return [
    ...(broken.length > 0 ? [tableOf(broken, notation, sentence)] : []),
    ...(held.length > 0
      ? ['<details>', `<summary>${line}</summary>`, tableOf(held, notation), '</details>']
      : []),
  ].join('\n')
}

function tableOf(laws: readonly ShownLaw[], notation: Notation, caption?: string): string {
  const { money, number } = notation
  const rows = laws.map(({ law, statement, residual, unit, holds }) => ({
    result: holds ? 'OK' : 'VIOLATED',
    statement,
    residual: unit === 'cents' ? money.exact(residual) : `${number(residual)} ${unit}`.trim(),
    law,
  }))
  return htmlTable(rows, notation, {
    ...(caption === undefined ? {} : { caption }),
    columns: { result: 'Result', statement: 'What must hold', residual: 'Residual', law: 'Law' },
    maxRows: rows.length,
  })
}

/** How many of the laws hold, as a caption or a notice says it. */
function lawsInOneSentence(laws: readonly ShownLaw[]): string {
  const broken = laws.filter(({ holds }) => !holds).length
  if (laws.length === 0) return 'No laws were checked.'
  if (broken === 0) {
    return laws.length === 1 ? 'The law holds.' : `All ${laws.length} laws hold.`
  }
  return `${broken} of ${counted(laws.length, 'law')} violated: distrust the figures behind ${broken === 1 ? 'it' : 'them'}.`
}
