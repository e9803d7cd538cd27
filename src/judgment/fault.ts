import type { Fault } from './law.js'

/** What a law must report of the row that a fault breaks, and which rows will do. */
export interface Broken {
  /** Money at stake, as SQL over the row. */
  readonly cents?: string
  /** Rows at stake, where it is no money: 1 unless said. */
  readonly rows?: number
  /** Rows that the fault may choose from: all unless said. */
  readonly where?: string
}

/** The first row by its key is changed: `set` is what stands after SET. */
export function changed(table: string, key: readonly string[], set: string, broken: Broken): Fault {
  return { victim: victim(table, key, broken), breaks: `update ${table} set ${set} ${of(key)}` }
}

/** The first row that has an amount in a column has none any more; the amount is at stake. */
export function emptied(
  table: string,
  key: readonly string[],
  column: string,
  where = 'true',
): Fault {
  const broken = { cents: `abs(${column})`, where: `${column} <> 0 and ${where}` }
  return changed(table, key, `${column} = 0`, broken)
}

/** The first row by its key is gone. */
export function gone(table: string, key: readonly string[], broken: Broken): Fault {
  return { victim: victim(table, key, broken), breaks: `delete from ${table} ${of(key)}` }
}

/** The first row by its key stands there twice. */
export function twice(table: string, key: readonly string[], broken: Broken): Fault {
  return {
    victim: victim(table, key, broken),
    breaks: `insert into ${table} select * from ${table} ${of(key)}`,
  }
}

function victim(table: string, key: readonly string[], broken: Broken): string {
  const columns = key.join(', ')
  const stake = broken.cents ? `${broken.cents} as cents` : `${broken.rows ?? 1} as rows`
  return `select ${columns}, ${stake} from ${table}
    where ${broken.where ?? 'true'} order by ${columns} limit 1`
}

function of(key: readonly string[]): string {
  return `where ${key.map((name) => `${name} = :${name}`).join(' and ')}`
}
