import type { VegaLiteSpec } from './spec.js'
import { THEME } from './theme.js'

/** A mark with what it is drawn from. */
interface Layer {
  readonly mark?: unknown
  readonly encoding?: Readonly<Record<string, Channel>>
  readonly [key: string]: unknown
}

interface Channel {
  readonly field?: string
  readonly type?: string
  readonly legend?: unknown
  readonly axis?: { readonly title?: string | null; readonly format?: string } | null
}

/**
 * A figure of the builders to be explored: the same drawing, which tells the values under the pointer,
 * zooms along its horizontal axis, and shows one series alone where its legend is clicked.
 */
export function explorable(spec: VegaLiteSpec): VegaLiteSpec {
  let plots = 0
  const explored = (part: VegaLiteSpec): VegaLiteSpec => {
    if (Array.isArray(part.vconcat)) return { ...part, vconcat: part.vconcat.map(explored) }
    if (part.facet) return { ...part, spec: explored(part.spec as VegaLiteSpec) }
    plots += 1
    if (!Array.isArray(part.layer)) return exploredLayers([part], plots)[0]!
    return { ...part, layer: exploredLayers(part.layer, plots) }
  }
  return { ...explored(spec), config: { ...THEME, ...(spec.config as object | undefined) } }
}

/** The layers of one plot: those with values tell them; the first such one takes pointer and legend. */
function exploredLayers(layers: readonly Layer[], plot: number): VegaLiteSpec[] {
  const valued = layers.filter(({ encoding }) => encoding?.color?.field === 'series')
  const [zoom, picked] = [`zoom_${plot}`, `picked_${plot}`]
  const isPicked = valued.some(({ encoding }) => hasLegend(encoding!.color!))
  const params = [
    ...(valued.some(canZoom)
      ? [{ name: zoom, select: { type: 'interval', encodings: ['x'] }, bind: 'scales' }]
      : []),
    ...(isPicked
      ? [{ name: picked, select: { type: 'point', fields: ['series'] }, bind: 'legend' }]
      : []),
  ]
  const faded = isPicked ? { opacity: { condition: { param: picked, value: 1 }, value: 0.12 } } : {}
  return layers.map((layer) => {
    const { encoding = {} } = layer
    if (!valued.includes(layer)) return isCell(encoding) ? telling(layer, {}) : layer
    const own = telling(layer, faded)
    return layer === valued[0] && params.length > 0 ? { ...own, params } : own
  })
}

const hasLegend = ({ legend }: Channel): boolean => legend !== null

const canZoom = ({ encoding = {}, mark }: Layer): boolean =>
  ['x', 'start'].includes(encoding.x?.field ?? '') &&
  (mark as { binSpacing?: number }).binSpacing === undefined

const isCell = ({ color }: Record<string, Channel>): boolean => color?.field === 'value'

function telling(layer: Layer, faded: VegaLiteSpec): VegaLiteSpec {
  return {
    ...layer,
    encoding: { ...layer.encoding, ...faded, tooltip: told(layer.encoding ?? {}) },
  }
}

/** What the pointer tells: the names that a row of a figure's data has, and its values as its axes write them. */
function told(encoding: Readonly<Record<string, Channel>>): object[] {
  const { x, y } = encoding
  if (isCell(encoding)) {
    return [named('row', 'Row'), named('column', 'Column'), named('text', 'Value')]
  }
  if (y?.field === 'row') {
    return [named('name', 'Name'), named('series', 'Part'), named('label', 'Value')]
  }
  const isDay = x?.type === 'temporal'
  const across = { field: 'x', type: x?.type, title: x?.axis?.title ?? (isDay ? 'Day' : 'At') }
  const values = y?.field === 'low' ? ['low', 'high'] : [y?.field ?? 'y']
  return [
    named('series', 'Series'),
    { ...across, ...(isDay ? { timeUnit: 'utcyearmonthdate', format: '%Y-%m-%d' } : {}) },
    ...values.map((field) => ({
      field,
      type: 'quantitative',
      title: VALUE_NAMES[field] ?? 'Value',
      ...(y?.axis?.format ? { format: y.axis.format } : {}),
    })),
  ]
}

const VALUE_NAMES: Readonly<Record<string, string>> = { low: 'From', high: 'To' }

const named = (field: string, title: string) => ({ field, type: 'nominal', title })
