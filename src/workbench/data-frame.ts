import { InputError } from '../errors.js'

// biome-ignore lint/suspicious/noTsIgnore: kept in the declarations, where the package may be absent
/** @ts-ignore: danfojs-node is an optional peer; without it its type is unknown */
type DataFrame = import('danfojs-node').DataFrame

/**
 * Hands a table over as a danfojs DataFrame, for those who think in pandas. danfojs and its
 * TensorFlow are loaded at the first call only.
 *
 * @param table a query's result, or any arquero table
 * @throws InputError when danfojs-node is not installed
 */
export async function toDataFrame(table: {
  columnNames(): string[]
  array(column: string): ArrayLike<unknown>
}): Promise<DataFrame> {
  const { DataFrame } = await import('danfojs-node').catch(() => {
    throw new InputError(
      'toDataFrame: danfojs-node is not installed here. Install it beside causeway: npm install danfojs-node@1.2.0',
    )
  })
  const columns = table.columnNames().map((name) => [name, Array.from(table.array(name))])
  return new DataFrame(Object.fromEntries(columns))
}
