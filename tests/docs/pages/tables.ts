import type { TableSchema } from '../../../src/schema/column.js'
import { dictionary, schemas } from '../../../src/schema/dictionary.js'
import { code, page, table } from './markdown.js'

const entries = dictionary()

/** Every published table and its columns. */
export function tablesPage(): string {
  return page(
    'Tables',
    'Every table that a run publishes, by artifact. Ask them with `causeway sql`, `workbench.query` or any tool that reads what `causeway export` writes. Money is in whole cents of the run’s currency, rates in basis points, timestamps are local.',
    ...Object.entries(schemas).flatMap(([artifact, tables]) => [
      `## ${artifact}`,
      ...Object.entries(tables).flatMap(([name, schema]) =>
        tablePart(`${artifact}.${name}`, schema),
      ),
    ]),
  )
}

function tablePart(name: string, { about, grain, optional }: TableSchema): string[] {
  const rows = entries
    .filter((entry) => entry.table === name)
    .map(({ column, type, unit, about }) => [code(column), type, unit, about])
  const notes = [
    ...(grain.length > 0 ? [`One row per ${grain.map(code).join(', ')}.`] : []),
    ...(optional ? ['Only where its file is there.'] : []),
  ]
  return [
    `### ${name}`,
    [about, ...notes].join(' '),
    table(['column', 'type', 'unit', 'meaning'], rows),
  ]
}
