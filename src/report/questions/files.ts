import type { Row, SqlSource } from '../../engine/index.js'
import { counted } from '../../format/words.js'
import { type PreservationProof, provePreservation } from '../../raw/index.js'
import type { Workbench } from '../../workbench/index.js'

/** Files with more rows are not read a second time within a notebook. */
const MOST_ROWS = 200_000

/** The files that were loaded: table, where each line went, bytes, the start of the SHA-256. */
export function loadedFiles(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select table_name, rows_loaded, rows_rejected, lines, blank_lines, continuation_lines, bytes,
      left(sha256, 12) as sha256_begins
    from raw.load_manifest order by table_name`)
}

/** How each file was read: as which source and table, between which delimiters, in which encoding. */
export function readingOfFiles(source: SqlSource): Promise<Row[]> {
  return source.rows(`
    select m.file_name, m.table_name,
      case m.delimiter when ',' then 'comma' when ';' then 'semicolon' when '\t' then 'tab'
        else m.delimiter end as delimiter,
      m.encoding, m.preamble_lines, s.name as source
    from raw.load_manifest as m cross join raw.source as s order by m.file_name`)
}

const proven = new WeakMap<object, Promise<PreservationProof[]>>()

/** Every raw table of at most 200,000 rows, held against its file cell by cell; once for a run. */
export function preservationProofs(workbench: Workbench): Promise<PreservationProof[]> {
  const run = workbench.record ?? workbench
  const proofs = proven.get(run) ?? prove(workbench)
  proven.set(run, proofs)
  return proofs
}

async function prove(workbench: Workbench): Promise<PreservationProof[]> {
  const files = await workbench.rows<{ table_name: string }>(
    'select table_name from raw.load_manifest where rows_loaded <= ? order by table_name',
    MOST_ROWS,
  )
  const proofs: PreservationProof[] = []
  for (const { table_name } of files) proofs.push(await provePreservation(workbench, table_name))
  return proofs
}

/** One column of a raw table, as its values stand in the file. */
export interface ColumnOfFile {
  readonly table: string
  readonly column: string
  /** Table and column, since files share names of columns. */
  readonly name: string
  /** Missing values of 10,000 rows. */
  readonly missing_bps: number
  readonly distinct: number
  readonly pattern: string
}

/** Every column of every file, those that miss the most first. */
export async function columnsOfFiles(workbench: Workbench): Promise<ColumnOfFile[]> {
  const files = await workbench.rows<{ table_name: string }>(
    'select table_name from raw.load_manifest order by table_name',
  )
  const columns: ColumnOfFile[] = []
  for (const { table_name: table } of files) {
    for (const { column, nulls, rows, distinct, pattern } of await workbench.profile(
      `raw.${table}`,
    )) {
      const missing_bps = rows === 0 ? 0 : Math.round((nulls * 10_000) / rows)
      columns.push({ table, column, name: `${table}: ${column}`, missing_bps, distinct, pattern })
    }
  }
  return columns.sort((a, b) => b.missing_bps - a.missing_bps)
}

/** Whether the raw tables are the files: rows, lines that were rejected, cells that differ. */
export async function filesAnswer(workbench: Workbench): Promise<string> {
  const { number } = workbench.notation
  const [all] = await workbench.rows<Record<'files' | 'loaded' | 'rejected', number>>(`
    select count(*) as files, coalesce(sum(rows_loaded), 0)::bigint as loaded,
      coalesce(sum(rows_rejected), 0)::bigint as rejected from raw.load_manifest`)
  const { files, loaded, rejected } = all!
  const proofs = await preservationProofs(workbench)
  const cells = proofs.reduce((sum, proof) => sum + proof.cells, 0)
  const different = proofs.reduce((sum, proof) => sum + proof.different_cells, 0)
  const unread = files - proofs.length
  const first = `${different + rejected === 0 ? 'Yes' : 'No'}: ${counted(files, 'file')} brought ${counted(loaded, 'row', number(loaded))}, ${counted(rejected, 'line', number(rejected))} could not be read, and of ${counted(cells, 'cell', number(cells))} read a second time ${number(different)} differ.`
  return unread === 0
    ? first
    : `${first} Not read a second time: ${counted(unread, 'file')} of more than ${number(MOST_ROWS)} rows.`
}
