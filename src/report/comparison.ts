import { inWords, type Notation } from '../format/index.js'
import { type Figure, waterfall } from '../notebook/index.js'
import type { Compared, RunComparison } from '../workbench/index.js'
import { textTable } from './text-table.js'
import type { WaterfallStep } from './views.js'

/** From the operating result of a to that of b, a step for each line that differs. */
export function comparisonSteps(comparison: RunComparison): WaterfallStep[] {
  const [profit] = comparison.verdict
  const { a, b } = sideNames(comparison)
  const changes = comparison.lines.filter(({ difference_cents }) => difference_cents !== 0)
  return [
    { step: `Operating result of ${a}`, amount_cents: profit!.a_cents, is_total: true },
    ...changes.map(({ name, difference_cents }) => ({
      step: name,
      amount_cents: difference_cents,
      is_total: false,
    })),
    { step: `Operating result of ${b}`, amount_cents: profit!.b_cents, is_total: true },
  ]
}

/** The way from one result to the other, drawn. */
export function comparisonFigure(comparison: RunComparison): Figure {
  const data = comparisonSteps(comparison)
  return waterfall({ data, step: 'step', value: 'amount_cents', total: 'is_total' })
}

/** Two runs side by side, for a terminal. */
export function comparisonText(comparison: RunComparison, notation: Notation): string {
  const { verdict, lines, spend, channels } = comparison
  const { a, b } = sideNames(comparison)
  const table = (rows: readonly Compared[], columns: Record<string, string>) =>
    textTable(
      rows,
      { ...columns, a_cents: a, b_cents: b, difference_cents: 'Difference' },
      notation,
    )
  const sign = notation.money.symbol
  const named = (rows: RunComparison['verdict']) =>
    rows.map((row) => ({ ...row, figure: inWords(row.figure) }))
  const changed = channels
    .filter(({ difference_cents }) => difference_cents !== 0)
    .map(({ channel, ...row }) => ({ ...row, channel: channel ?? 'no channel' }))
  return [
    comparisonSentence(comparison, notation),
    differencesText(comparison, notation),
    table(named(verdict), { figure: `Verdict (${sign})` }),
    table(lines, { name: `Profit and loss by purchase (${sign})` }),
    table(named(spend), { figure: `Where the spend went (${sign})` }),
    changed.length === 0
      ? 'No channel differs in any month.'
      : table(changed, { channel: `Result by channel (${sign})`, month: 'Month' }),
  ].join('\n\n')
}

/** The difference of two runs in one sentence. */
export function comparisonSentence(comparison: RunComparison, { money }: Notation): string {
  const [profit] = comparison.verdict
  const { a, b } = sideNames(comparison)
  const { difference_cents: difference, a_cents, b_cents } = profit!
  const figures = `${money.exact(b_cents)} against ${money.exact(a_cents)}`
  if (difference === 0)
    return `The operating result of ${b} is that of ${a}: ${money.exact(a_cents)}.`
  const more = difference > 0 ? 'more' : 'less'
  return `The operating result of ${b} is ${money.exact(Math.abs(difference))} ${more} than that of ${a}: ${figures}.`
}

/** What two runs were made from, where it differs, and what the two are called. */
export function comparisonDifferences(comparison: RunComparison) {
  const shown = (value: unknown) => (value === null ? 'none' : String(value))
  const rows = [
    ...comparison.settings.map(({ setting, a, b }) => ({ what: setting as string, a, b })),
    ...comparison.assumptions.map(({ id, a, b }) => ({ what: id, a: shown(a), b: shown(b) })),
  ]
  return { rows, ...sideNames(comparison) }
}

function differencesText(comparison: RunComparison, notation: Notation): string {
  const { rows, a, b } = comparisonDifferences(comparison)
  if (rows.length === 0) return 'They were made from the same data, seed, plan and assumptions.'
  return textTable(rows, { what: 'What differs', a, b }, notation)
}

/** What the two are called; scenarios have no name. */
function sideNames({ a, b }: RunComparison): { a: string; b: string } {
  const scenario = (other: string | null) => (other === null ? 'b' : 'the scenario')
  return { a: a ?? (b === null ? 'a' : 'the scenario'), b: b ?? scenario(a) }
}
