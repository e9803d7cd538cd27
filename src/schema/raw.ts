import { type ArtifactSchema, type Column, count, type TableSchema, text } from './column.js'
import { rawColumns } from './raw-columns.js'

/** What stage 1 expects of one CSV file: its table, how it is known, its header. */
export interface SourceFile {
  readonly table: string
  /** File name without `.csv` or `.csv.gz`; any of these. */
  readonly stems: readonly string[]
  /** Columns by which the file is known whatever its name, delimiter and encoding. */
  readonly signature?: readonly string[]
  /** The columns that it has, or may have. */
  readonly header: readonly string[]
  /** Columns of the header that the file may lack; they are then loaded as NULL. */
  readonly optionalColumns?: readonly string[]
  /** Columns that it must have under a name that varies. */
  readonly named?: readonly { readonly pattern: RegExp; readonly example: string }[]
  /** Columns may stand there that the header does not name; all are loaded. Default false. */
  readonly isOpen?: boolean
  /** Several files may be parts of it, e.g. a report a month: `table`, `table_2`, ... by file name. Default false. */
  readonly inParts?: boolean
  /** Lines that may stand before the header, e.g. a report's title. Default 0. */
  readonly maxPreambleLines?: number
  /** Between fields. Default: a comma; a file known by its signature may have another. */
  readonly delimiter?: string
  /** As TextDecoder calls it. Default `utf-8`. */
  readonly encoding?: string
  /** A run needs it; the others are loaded when they are there. */
  readonly required: boolean
}

/** A table of a file whose columns are known. */
type FileTable = keyof typeof rawColumns

const olist = (table: FileTable, required = false): SourceFile => ({
  table,
  stems: [`olist_${table}_dataset`, table],
  header: Object.keys(rawColumns[table]),
  required,
})

/** The files of Olist's export. */
export const olistFiles: readonly SourceFile[] = [
  olist('orders', true),
  olist('order_items', true),
  olist('customers'),
  olist('sellers'),
  olist('products'),
  olist('order_payments'),
  olist('order_reviews'),
  olist('geolocation'),
  { ...olist('product_category_name_translation'), stems: ['product_category_name_translation'] },
  olist('marketing_qualified_leads'),
  olist('closed_deals'),
]

/** Files of the library's own that may stand beside those of any source. */
export const ownFiles: readonly SourceFile[] = [
  {
    ...olist('marketing_spend'),
    stems: ['marketing_spend'],
    optionalColumns: ['impressions', 'clicks'],
  },
  { ...olist('lift_tests'), stems: ['lift_tests'] },
]

function rawTable(table: FileTable): TableSchema {
  const columns = Object.entries<string>(rawColumns[table])
  return {
    about: `One line of the ${table} file, every value as it stands there.`,
    grain: [],
    optional: true,
    columns: Object.fromEntries(columns.map(([name, about]) => [name, text(about)])),
  }
}

const fileTables = Object.fromEntries(
  [...olistFiles, ...ownFiles].map(({ table }) => [table, rawTable(table as FileTable)]),
) as {
  readonly [T in FileTable]: Omit<TableSchema, 'columns'> & {
    readonly columns: Readonly<Record<keyof (typeof rawColumns)[T], Column<'VARCHAR'>>>
  }
}

/** `raw`: reality, before interpretation. Files of other sources have tables of their own beside these. */
export const rawTables = {
  ...fileTables,
  load_manifest: {
    about:
      'One file as it was loaded: lines = preamble_lines + 1 (header) + rows_loaded + rows_rejected + blank_lines + continuation_lines.',
    grain: ['table_name'],
    columns: {
      table_name: text('The table it became.'),
      file_name: text('The file, without its folder.'),
      sha256: text("SHA-256 of the file's bytes, in hex."),
      bytes: count('Size of the file as it lies on disk.'),
      header: text('The first line as it stands in the file.'),
      delimiter: text('Between its fields.'),
      encoding: text('How its text is encoded.'),
      rows_loaded: count('Records loaded.', { unit: 'rows' }),
      rows_rejected: count('Lines that could not be loaded.', { unit: 'lines' }),
      lines: count('Lines of the file.'),
      blank_lines: count('Lines without anything.'),
      preamble_lines: count('Lines before the header, e.g. the title of a report.'),
      continuation_lines: count('Lines that go on with a record, after a line break in quotes.'),
    },
  },
  load_rejects: {
    about: 'One line of a file that could not be loaded.',
    grain: ['file_name', 'line_number'],
    columns: {
      file_name: text('The file.'),
      line_number: count('Number of the line; the header is line 1.', { unit: 'lines' }),
      line_text: text('The line as it stands in the file.'),
      reason: text('Why it could not be loaded.'),
    },
  },
  source: {
    about: 'The source that the files were read as.',
    grain: ['name'],
    columns: {
      name: text("The source, e.g. 'olist'."),
      mapping: text('How its columns are mapped, as YAML; NULL where the source knows them.'),
    },
  },
  unknown_files: {
    about: 'One file of data in the folder that belongs to no table and was not loaded.',
    grain: ['file_name'],
    columns: { file_name: text('The file.') },
  },
} satisfies ArtifactSchema

/** The same, by name. */
export const rawSchema: ArtifactSchema = rawTables
