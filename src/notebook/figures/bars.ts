import { INK, MUTED_INK } from '../palette.js'
import type { VegaLiteSpec } from '../spec.js'
import { cutText, textWidth, widest } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import { colourChannel } from './plot.js'
import { extent } from './scale.js'

/** One piece of a horizontal bar, in stored units. */
export interface BarPiece {
  readonly from: number
  readonly to: number
  /** What pieces of one colour stand for, as a legend names it. */
  readonly series: string
  readonly colour: string
}

/** One row of a figure of horizontal bars: a name, pieces and a value label. */
export interface BarRow {
  readonly name: string
  readonly pieces: readonly BarPiece[]
  /** Written beside the bar. */
  readonly label: string
  /** The side of the bar that the label stands on. */
  readonly side: 'left' | 'right'
  readonly bold?: boolean
}

const ROW_HEIGHT = 25
const NAME_LIMIT = 290
const NAME_GAP = 10
const LABEL_GAP = 6
const BAR_SHARE = 0.72

export interface BarOptions {
  /** Width of the figure in pixels. */
  readonly width: number
  readonly legend?: VegaLiteSpec | null
  /** Layers below the bars; `row` is the vertical field. */
  readonly below?: readonly VegaLiteSpec[]
}

/**
 * Horizontal bars with names at the left and values at the ends. Room for every label is set aside
 * beforehand, so that none is cut and none lies on a bar.
 */
export function barRows(
  rows: readonly BarRow[],
  { width, legend = null, below = [] }: BarOptions,
): VegaLiteSpec {
  const names = rows.map(({ name }) => name)
  const nameWidth = Math.min(NAME_LIMIT, widest(names, FONT_SIZE, true)) + NAME_GAP
  const plotWidth = Math.floor(width - nameWidth - 16)
  const x = { type: 'quantitative', scale: barScale(rows, plotWidth), axis: null }
  const y = {
    field: 'row',
    type: 'ordinal',
    sort: null,
    axis: null,
    scale: { domain: rows.map((_, i) => i), paddingInner: 1 - BAR_SHARE, paddingOuter: 0.1 },
  }
  const layer = [
    ...below.map((spec) => withPosition(spec, x, y)),
    pieceLayer(rows, x, y, legend),
    zeroRule(x),
    nameLayer(rows, y),
    ...labelLayers(rows, x, y),
  ]
  return { width: plotWidth, height: rows.length * ROW_HEIGHT, layer }
}

/** A range in pixels that leaves room for the value labels at both ends. */
function barScale(rows: readonly BarRow[], plotWidth: number): VegaLiteSpec {
  const [low, high] = extent(
    rows.flatMap(({ pieces }) => pieces.flatMap(({ from, to }) => [from, to])),
    true,
  )
  const room = (side: BarRow['side']) =>
    Math.max(
      0,
      ...rows
        .filter((row) => row.side === side)
        .map(({ label }) => textWidth(label, FONT_SIZE, true) + LABEL_GAP + 2),
    )
  return {
    domain: low === high ? [0, 1] : [low, high],
    range: [Math.ceil(low < 0 ? room('left') : 0), Math.floor(plotWidth - room('right'))],
    nice: false,
    zero: false,
  }
}

function pieceLayer(
  rows: readonly BarRow[],
  x: VegaLiteSpec,
  y: VegaLiteSpec,
  legend: VegaLiteSpec | null,
): VegaLiteSpec {
  const values = rows.flatMap(({ pieces }, row) =>
    pieces.map(({ from, to, series }) => ({ row, from, to, series })),
  )
  const colours = new Map(rows.flatMap(({ pieces }) => pieces.map((p) => [p.series, p.colour])))
  const series = [...colours].map(([label, colour]) => ({ label, colour }))
  return {
    data: { values },
    mark: { type: 'bar' },
    encoding: {
      x: { ...x, field: 'from', stack: null },
      x2: { field: 'to' },
      y,
      color: colourChannel(series, legend),
    },
  }
}

function withPosition(spec: VegaLiteSpec, x: VegaLiteSpec, y: VegaLiteSpec): VegaLiteSpec {
  const encoding = spec.encoding as Record<string, VegaLiteSpec>
  return {
    ...spec,
    encoding: { ...encoding, x: { ...x, ...encoding.x }, y: { ...y, ...encoding.y } },
  }
}

function zeroRule(x: VegaLiteSpec): VegaLiteSpec {
  return {
    data: { values: [{ zero: 0 }] },
    mark: { type: 'rule', color: MUTED_INK, strokeWidth: 1 },
    encoding: { x: { ...x, field: 'zero' } },
  }
}

function nameLayer(rows: readonly BarRow[], y: VegaLiteSpec): VegaLiteSpec {
  const values = rows.map(({ name, bold = false }, row) => ({
    row,
    name: cutText(name, NAME_LIMIT, FONT_SIZE, true),
    weight: bold ? 'bold' : 'normal',
  }))
  return {
    data: { values },
    mark: {
      type: 'text',
      align: 'right',
      baseline: 'middle',
      dx: -NAME_GAP,
      color: INK,
      fontWeight: { expr: 'datum.weight' },
    },
    encoding: { x: { value: 0 }, y, text: { field: 'name', type: 'nominal' } },
  }
}

function labelLayers(rows: readonly BarRow[], x: VegaLiteSpec, y: VegaLiteSpec): VegaLiteSpec[] {
  return (['left', 'right'] as const).flatMap((side) => {
    const values = rows.flatMap((row, i) => (row.side === side ? [labelOf(row, i)] : []))
    if (values.length === 0) return []
    const mark = {
      type: 'text',
      align: side === 'left' ? 'right' : 'left',
      baseline: 'middle',
      dx: side === 'left' ? -LABEL_GAP : LABEL_GAP,
      fontWeight: { expr: 'datum.weight' },
    }
    const encoding = { x: { ...x, field: 'at' }, y, text: { field: 'label', type: 'nominal' } }
    return [{ data: { values }, mark, encoding }]
  })
}

function labelOf({ pieces, label, side, bold = false }: BarRow, row: number) {
  const ends = pieces.flatMap(({ from, to }) => [from, to])
  const at = side === 'left' ? Math.min(0, ...ends) : Math.max(...ends)
  return { row, label, at, weight: bold ? 'bold' : 'normal' }
}
