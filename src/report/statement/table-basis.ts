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

/** What money that is made from these grounds rests on. */
export function groundsBasis(statement: Statement, restsOn: readonly Ground[]): Basis {
  return basisOf(restsOn, groundBasesOf(statement))
}

/**
 * A table of the statement whose basis is what the columns that it shows of a published table declare.
 *
 * @param sums what amounts are made from that the table only has the parts of
 */
export function basedTable(
  statement: Statement,
  table: string,
  shown: Omit<StatementTable, 'basis'>,
  sums: Readonly<Record<string, readonly Ground[]>> = {},
): StatementTable {
  const of = groundBasesOf(statement)
  const { columns, restsOn = [] } = financeSchema[table]!
  const basisFor = (column: string) =>
    basisOf(sums[column] ?? columns[column]?.restsOn ?? restsOn, of)
  return { ...shown, basis: tableBasis(basisFor, shown.columns) }
}

/**
 * What the amounts of a table rest on, as a sentence: derived from what its columns declare.
 *
 * @param columns the columns that are shown, with their headers
 */
function tableBasis(
  basisFor: (column: string) => Basis,
  columns: Readonly<Record<string, string>>,
): string {
  const shown = Object.entries(columns).filter(([name]) => name.endsWith('_cents'))
  const parts = bases.flatMap((basis) => {
    const of = shown.filter(([name]) => basisFor(name) === basis)
    return of.length === 0 ? [] : [{ basis, headers: of.map(([, header]) => header) }]
  })
  if (parts.length === 1) return `Rests on: ${parts[0]!.basis}.`
  const words = parts.map(({ basis, headers }) => `${basis}: ${headers.join(', ')}`)
  return `Rests on: ${words.join('; ')}.`
}
