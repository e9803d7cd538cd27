import type { SqlSource } from '../../engine/index.js'

/**
 * Columns of whole numbers as arrays, read as one text each: much faster than row by row.
 *
 * @param columns an integer expression by name, never null
 * @param from what follows FROM
 * @param order the order of all rows
 */
export async function readColumns<T extends string>(
  ask: SqlSource['rows'],
  columns: Readonly<Record<T, string>>,
  from: string,
  order: string,
): Promise<Record<T, number[]>> {
  const names = Object.keys(columns) as T[]
  const texts = names.map(
    (name) => `string_agg(cast(${columns[name]} as varchar), ',' order by ${order}) as "${name}"`,
  )
  const [row] = await ask<Record<T, string | null>>(`select ${texts.join(', ')} from ${from}`)
  const numbers = names.map((name) => [name, row![name] ? row![name]!.split(',').map(Number) : []])
  return Object.fromEntries(numbers) as Record<T, number[]>
}
