import { type Basis, bases, basisOf, type Ground, type GroundBases } from '../../schema/basis.js'
import { financeSchema } from '../../schema/finance.js'
import type { StatementTable } from './document.js'
import type { Statement } from './statement.js'

/** The basis of every ground in the run of a statement. */
function groundBasesOf({ basis }: Statement): GroundBases {
  return Object.fromEntries(
    basis.grounds.map(({ ground, basis: found }) => [ground, found]),
  ) as GroundBases
}

/** What one amount of a published table of finance rests on. */
export function columnBasis(statement: Statement, table: string, column: string): Basis {
  const { columns, restsOn = [] } = financeSchema[table]!
  return basisOf(columns[column]?.restsOn ?? restsOn, groundBasesOf(statement))
}

/** What money that is made from these grounds rests on, as a sentence. */
export function groundsSentence(statement: Statement, restsOn: readonly Ground[]): string {
  return `Rests on: ${basisOf(restsOn, groundBasesOf(statement))}.`
}

/** A table of the statement whose basis is what the columns that it shows of a published table declare. */
export function basedTable(
  statement: Statement,
  table: string,
  shown: Omit<StatementTable, 'basis'>,
): StatementTable {
  return { ...shown, basis: tableBasis(statement, table, shown.columns) }
}

/**
 * What the amounts of a table rest on, as a sentence: derived from what its columns declare.
 *
 * @param columns the columns that are shown, with their headers
 */
function tableBasis(
  statement: Statement,
  table: string,
  columns: Readonly<Record<string, string>>,
): string {
  const shown = Object.entries(columns).filter(([name]) => name.endsWith('_cents'))
  const parts = bases.flatMap((basis) => {
    const of = shown.filter(([name]) => columnBasis(statement, table, name) === basis)
    return of.length === 0 ? [] : [{ basis, headers: of.map(([, header]) => header) }]
  })
  if (parts.length === 1) return `Rests on: ${parts[0]!.basis}.`
  const words = parts.map(({ basis, headers }) => `${basis}: ${headers.join(', ')}`)
  return `Rests on: ${words.join('; ')}.`
}
