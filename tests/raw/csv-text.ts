import fc from 'fast-check'

export type Cell = string | null

/** Writes cells as CSV: null as an empty field, everything else quoted where it must be. */
export function csvText(rows: readonly (readonly Cell[])[], lineEnd = '\n'): string {
  return rows.map((row) => `${row.map(field).join(',')}${lineEnd}`).join('')
}

function field(cell: Cell): string {
  if (cell === null) return ''
  return cell === '' || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const cell = fc.option(
  fc.oneof(
    fc.string({
      unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', ';', "'", 'ã', '\ufeff', '😀'),
    }),
    fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\u0000', '')),
  ),
)

/** Tables of cells, some of them with all that makes CSV hard. A row is never blank. */
export function tables(columns: number): fc.Arbitrary<Cell[][]> {
  return fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 20 })
}
