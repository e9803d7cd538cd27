import type { SqlSource } from '../../engine/index.js'

/**
 * Columns of whole numbers as arrays, read as one text: much faster than row by row.
 *
 * @param columns an integer expression by name, never null
 * @param from what follows FROM
 * @param order the order of all rows; default as they come
 */
export async function readColumns<T extends string>(
  ask: SqlSource['rows'],
  columns: Readonly<Record<T, string>>,
  from: string,
  order?: string,
): Promise<Record<T, number[]>> {
  const names = Object.keys(columns) as T[]
  const fields = names.map((name) => columns[name]).join(', ')
  const [row] = await ask<{ rows: string | null }>(
    `select string_agg(concat_ws(',', ${fields}), ',' ${order ? `order by ${order}` : ''}) as rows
     from ${from}`,
  )
  const read = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    T,
    number[]
  >
  const texts = row!.rows?.split(',') ?? []
  texts.forEach((text, i) => {
    read[names[i % names.length]!].push(Number(text))
  })
  return read
}
