import type { Blob } from 'node:buffer'
import type { Stream } from 'node:stream'
import type { Feature, Sheet } from 'write-excel-file/node'
import type { LinkedRow } from './xlsx-cells.js'

/** One sheet: its name, and its cells by row. */
export interface LinkedSheet {
  readonly name: string
  readonly rows: readonly LinkedRow[]
}

/** What the writer takes as the content of a file. */
type Content = Stream | Buffer | Blob

/** The first moment that a zip archive can hold. */
const EARLIEST = '1980-01-01T00:00:00'

/**
 * Writes sheets as a workbook whose cells lead to one another. Its bytes depend on nothing but what it
 * holds: every file in the archive gets the same moment.
 */
export async function writeWorkbook(sheets: readonly LinkedSheet[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const { unzipSync, zipSync } = await import('fflate')
  const features = [linksBetween(sheets)]
  const look = { fontFamily: 'Arial', fontSize: 10, features }
  const archive = await writeExcelFile(sheets.map(plainSheet), look).toBuffer()
  return zipSync(unzipSync(archive), { mtime: EARLIEST })
}

function plainSheet({ name, rows }: LinkedSheet): Sheet<Content> {
  const tables = rows.filter((row) => row.length > 1)
  const count = Math.max(1, ...tables.map((row) => row.length))
  return {
    sheet: name,
    data: rows.map((row) =>
      row.map((cell) => {
        if (cell === null) return null
        const { place: _, at: __, ...plain } = cell
        return plain
      }),
    ),
    columns: Array.from({ length: count }, (_, i) => ({
      width: Math.min(60, Math.max(10, ...tables.map((row) => widthOf(row[i]?.value)))),
    })),
  }
}

function widthOf(value: unknown): number {
  return typeof value === 'number' || value instanceof Date ? 14 : String(value ?? '').length + 2
}

/** Links within the workbook, as ECMA-376 has them: one `hyperlink` a cell, in the sheet that holds it. */
function linksBetween(sheets: readonly LinkedSheet[]): Feature<Content> {
  const places = new Map(
    sheets.flatMap((sheet) =>
      cellsOf(sheet).flatMap(({ cell, address }) =>
        cell.place ? [[cell.place, `'${sheet.name}'!${address}`] as const] : [],
      ),
    ),
  )
  const insert = (_: unknown, { sheetIndex }: { readonly sheetIndex: number }) => {
    const links = cellsOf(sheets[sheetIndex]!).flatMap(({ cell, address }) => {
      const place = places.get(cell.at ?? '')
      return place ? [`<hyperlink ref="${address}" location="${place}"/>`] : []
    })
    return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`
  }
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { insert } } } }
}

/** Cells with their addresses; links stand within the first 26 columns. */
function cellsOf({ rows }: LinkedSheet) {
  return rows.flatMap((row, r) =>
    row.flatMap((cell, c) =>
      cell === null ? [] : [{ cell, address: `${String.fromCharCode(65 + c)}${r + 1}` }],
    ),
  )
}
