import { type ArtifactSchema, count, type TableSchema, text } from './column.js'
import { rawColumns } from './raw-columns.js'

/** What stage 1 expects of one CSV file: its table, the names it may have, its header. */
export interface SourceFile {
  readonly table: string
  /** File name without `.csv` or `.csv.gz`; any of these. */
  readonly stems: readonly string[]
  readonly header: readonly string[]
  /** Columns of the header that the file may lack; they are then loaded as NULL. */
  readonly optionalColumns?: readonly string[]
  /** A run needs it; the others are loaded when they are there. */
  readonly required: boolean
}

const olist = (table: string, required = true): SourceFile => ({
  table,
  stems: [`olist_${table}_dataset`, table],
  header: Object.keys(rawColumns[table]!),
  required,
})

/** Every file stage 1 knows. */
export const sourceFiles: readonly SourceFile[] = [
  olist('orders'),
  olist('order_items'),
  olist('customers'),
  olist('sellers'),
  olist('products'),
  olist('order_payments'),
  olist('order_reviews'),
  olist('geolocation'),
  { ...olist('product_category_name_translation'), stems: ['product_category_name_translation'] },
  olist('marketing_qualified_leads', false),
  olist('closed_deals', false),
  {
    ...olist('marketing_spend', false),
    stems: ['marketing_spend'],
    optionalColumns: ['impressions', 'clicks'],
  },
]

function rawTable({ table, required }: SourceFile): TableSchema {
  return {
    about: `One line of the ${table} file, every value as it stands there.`,
    grain: [],
    optional: !required,
    columns: Object.fromEntries(
      Object.entries(rawColumns[table]!).map(([name, about]) => [name, text(about)]),
    ),
  }
}

/** `raw`: reality, before interpretation. */
export const rawSchema: ArtifactSchema = {
  ...Object.fromEntries(sourceFiles.map((file) => [file.table, rawTable(file)])),
  load_manifest: {
    about:
      'One file as it was loaded: lines = 1 (header) + rows_loaded + rows_rejected + blank_lines + continuation_lines.',
    grain: ['table_name'],
    columns: {
      table_name: text('The table it became.'),
      file_name: text('The file, without its folder.'),
      sha256: text("SHA-256 of the file's bytes, in hex."),
      bytes: count('Size of the file as it lies on disk.'),
      header: text('The first line as it stands in the file.'),
      rows_loaded: count('Records loaded.', { unit: 'rows' }),
      rows_rejected: count('Lines that could not be loaded.', { unit: 'lines' }),
      lines: count('Lines of the file.'),
      blank_lines: count('Lines without anything.'),
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
  unknown_files: {
    about: 'One CSV file of the folder that belongs to no table and was not loaded.',
    grain: ['file_name'],
    columns: { file_name: text('The file.') },
  },
}
