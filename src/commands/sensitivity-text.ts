import type { SensitivityRow, VerdictRange } from '../decisions/index.js'
import { inWords, significant } from '../format/index.js'
import { answerWords, assumptionName } from '../report/sensitivity/index.js'
import type { Workbench } from '../workbench/index.js'
import { alignedTable } from './output.js'

/** Rows of one answer that are shown. */
const SHOWN = 10

/** What answers hang on as text, the ten that move each most; and the verdict's ranges where they were drawn. */
export function sensitivityText(
  rows: readonly SensitivityRow[],
  verdict: readonly VerdictRange[] | undefined,
  { notation }: Workbench,
): string {
  const number = (value: number) => significant(value, 4)
  const shown = [...new Set(rows.map(answerOf))]
    .sort()
    .flatMap((answer) => rows.filter((row) => answerOf(row) === answer).slice(0, SHOWN))
    .map((row) => [
      row.channel === ''
        ? inWords(row.question)
        : `${inWords(row.question)}: ${notation.nameOf(row.channel)}`,
      assumptionName(row.assumption, notation),
      row.basis,
      `${number(row.value)} (${number(row.low)} to ${number(row.high)})`,
      ...[row.answerAtLow, row.answerAtValue, row.answerAtHigh].map((value) =>
        answerWords(row.question, value, notation),
      ),
      row.flip === null ? '-' : number(row.flip),
    ])
  const headers = [
    'Answer',
    'Assumption',
    'Basis',
    'Value (range)',
    'At low',
    'Now',
    'At high',
    'Flips at',
  ]
  const table = alignedTable(headers, shown)
  return verdict === undefined ? table : `${table}\n\n${verdictText(verdict, notation)}`
}

const answerOf = ({ question, channel }: SensitivityRow) => `${question} ${channel}`

function verdictText(
  verdict: readonly VerdictRange[],
  { money, number }: Workbench['notation'],
): string {
  const rows = verdict.map(({ figure, value, low, high }) => [
    inWords(figure.replace(/_cents$/, '')),
    ...[value, low, high].map((x) =>
      figure.endsWith('_cents') ? money.exact(Math.round(x)) : number(Math.round(x)),
    ),
  ])
  return alignedTable(['Verdict', 'Value', '5%', '95%'], rows)
}
