import type { InventoryFigure, InventoryRange } from '../../decisions/index.js'
import { isoDay } from '../../format/day.js'
import type { SourceRow } from '../../notebook/source.js'

/**
 * Rows with the ends of the range of one figure, in columns `low_` and `high_` before its name; null where none was
 * drawn. Rows are of a channel, and of a day or an age where the figure is.
 *
 * @param ranges what `inventoryRanges` of a workbench answers
 * @param place column of the day or the age, of figures that have a range for each
 */
export function withRange<R extends object>(
  rows: readonly R[],
  ranges: readonly InventoryRange[],
  figure: InventoryFigure,
  place = '',
): R[] {
  const own = ranges.filter((range) => range.figure === figure)
  const byPlace = new Map(own.map((range) => [`${range.channel} ${range.at}`, range]))
  return rows.map((row) => {
    const { channel = '', [place]: at = '' } = row as SourceRow
    const range = byPlace.get(`${channel} ${at instanceof Date ? isoDay(at.getTime()) : at}`)
    const ends = { [`low_${figure}`]: range?.low ?? null, [`high_${figure}`]: range?.high ?? null }
    return { ...row, ...ends }
  })
}
