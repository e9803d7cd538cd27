import { type CellFormat, defaultFormat, formatCell } from '../format/cell.js'
import type { Notation } from '../format/index.js'
import { bareTitle, quantityKind } from '../format/quantity.js'
import { counted } from '../format/words.js'
import { htmlText } from './html.js'
import { readFields, readSource, type SourceRow, type TableSource } from './source.js'

export interface TableOptions {
  /** What the table shows, above it. */
  readonly caption?: string
  /** The columns to show, in order; or their names with the headers to give them. Default: all. */
  readonly columns?: readonly string[] | Readonly<Record<string, string>>
  /** Formats by column, where the one that the column's name declares does not fit. */
  readonly formats?: Readonly<Record<string, CellFormat>>
  /** What a notebook says in place of a table without rows. Default: the table, which says so. */
  readonly whenEmpty?: string
  /** Rows shown at most; the table says how many there are. Default 20. */
  readonly maxRows?: number
  /** Show the last row as a total, in bold. Default false. */
  readonly totalRow?: boolean
  /** Columns whose cells are links, with the field of a row that says where on the page they lead. */
  readonly links?: Readonly<Record<string, string>>
  /** The field of a row that names it on the page, so that links can lead to it. */
  readonly ids?: string
}

const LEFT: ReadonlySet<CellFormat> = new Set(['plain', 'date', 'month', 'channel'])

interface Column {
  readonly name: string
  readonly header: string
  readonly format: CellFormat
  readonly align: 'left' | 'right'
}

/**
 * A table as HTML that reads well on GitHub, in JupyterLab and on a rendered page: alignment is an
 * attribute and a style at once, since GitHub drops styles and JupyterLab overrides attributes.
 *
 * Units come from the columns' names: `_cents` are money, `_bps` percent, `date` ISO days; ids of
 * channels become their names.
 *
 * @throws InputError when a column that is asked for is not there
 */
export function htmlTable(
  source: TableSource,
  notation: Notation,
  options: TableOptions = {},
): string {
  const { maxRows = 20, totalRow = false } = options
  const { rows } = readSource(source)
  const columns = tableColumns(source, options)
  const shown = rows.slice(0, maxRows)
  const body = shown.map((row, i) =>
    tableRow(row, columns, { notation, options, bold: totalRow && i === rows.length - 1 }),
  )
  const lines = [
    '<table>',
    ...(options.caption ? [`<caption>${htmlText(options.caption)}</caption>`] : []),
    `<thead><tr>${columns.map(headerCell).join('')}</tr></thead>`,
    '<tbody>',
    ...body,
    '</tbody>',
    ...footer(shown.length, rows.length, columns.length, notation),
    '</table>',
  ]
  return lines.join('\n')
}

function tableColumns(source: TableSource, options: TableOptions): Column[] {
  const asked = options.columns
  const names = asked ? (Array.isArray(asked) ? asked : Object.keys(asked)) : undefined
  const headers = asked && !Array.isArray(asked) ? (asked as Record<string, string>) : {}
  const rows = readFields(source, names ?? [])
  return (names ?? readSource(source).columns).map((name) => {
    const values = rows.map((row) => row[name])
    const format = options.formats?.[name] ?? defaultFormat(name, values)
    const align = LEFT.has(format) ? 'left' : 'right'
    return { name, header: headers[name] ?? headerOf(name), format, align }
  })
}

/** The column in words. Cells already carry the currency and %, days are named in the header. */
function headerOf(name: string): string {
  return quantityKind(name) === 'days' ? `${bareTitle(name)} (days)` : bareTitle(name)
}

function headerCell({ header, align }: Column): string {
  return `<th ${aligned(align)}>${htmlText(header)}</th>`
}

function tableRow(
  row: SourceRow,
  columns: readonly Column[],
  { notation, bold, options }: RowStyle,
): string {
  const cells = columns.map(({ name, format, align }) => {
    const text = htmlText(formatCell(row[name], format, notation))
    const place = row[options.links?.[name] ?? '']
    const linked = place ? `<a href="#${htmlText(String(place))}">${text}</a>` : text
    return `<td ${aligned(align)}>${bold ? `<b>${linked}</b>` : linked}</td>`
  })
  const id = row[options.ids ?? '']
  return `<tr${id ? ` id="${htmlText(String(id))}"` : ''}>${cells.join('')}</tr>`
}

interface RowStyle {
  readonly notation: Notation
  readonly options: TableOptions
  readonly bold: boolean
}

function aligned(align: 'left' | 'right'): string {
  return `align="${align}" style="text-align:${align}"`
}

function footer(shown: number, all: number, columns: number, { number }: Notation): string[] {
  if (all > 0 && shown === all) return []
  const text =
    all === 0 ? 'No rows.' : `The first ${number(shown)} of ${counted(all, 'row', number(all))}.`
  const cell = `<td colspan="${Math.max(columns, 1)}" ${aligned('left')}><i>${text}</i></td>`
  return [`<tfoot><tr>${cell}</tr></tfoot>`]
}
