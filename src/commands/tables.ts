import { InputError } from '../errors.js'
import { dictionary, schemas } from '../schema/dictionary.js'
import { alignedTable, printResult } from './output.js'

/** `causeway tables`: every published table in a line, or one with its columns; its stage may be left out. */
export async function tablesCommand(
  name: string | undefined,
  flags: { json?: boolean },
): Promise<number> {
  const shown = name === undefined ? allTables() : columnsOf(name)
  printResult(
    flags.json
      ? JSON.stringify(shown, null, 2)
      : alignedTable(
          Object.keys(shown[0]!),
          shown.map((row) => Object.values(row)),
        ),
  )
  return 0
}

function allTables() {
  return Object.entries(schemas).flatMap(([artifact, tables]) =>
    Object.entries(tables).map(([name, { grain, about }]) => ({
      table: `${artifact}.${name}`,
      'one row per': grain.join(', ') || '-',
      about,
    })),
  )
}

function columnsOf(name: string) {
  const all = dictionary()
  const named = new Set(all.flatMap(({ table }) => (table.endsWith(`.${name}`) ? [table] : [])))
  const wanted = named.size === 1 ? [...named][0] : name
  const columns = all.filter(({ table }) => table === wanted)
  if (columns.length > 0) {
    return columns.map(({ column, type, unit, isKey, about }) => ({
      column,
      type,
      unit,
      key: isKey ? 'key' : '',
      about,
    }))
  }
  const artifact = name.split('.')[0]!
  const known =
    named.size > 0
      ? [...named]
      : Object.entries(schemas)
          .filter(([other]) => !(artifact in schemas) || other === artifact)
          .flatMap(([other, tables]) => Object.keys(tables).map((table) => `${other}.${table}`))
  throw new InputError(`tables: got '${name}', allowed ${known.join(', ')}.`)
}
