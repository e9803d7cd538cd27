import { INK } from '../palette.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { valueTitle } from './axes.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed, onePlot } from './frame.js'
import { colourOf, describe, type FigureEvent, plotOf } from './plot.js'
import { barWidth, readSeries, type SeriesFields, type SeriesSet, valuesOf } from './series.js'

export interface StackedOptions extends FigureFrame, Omit<SeriesFields, 'band'> {
  /** Areas suit days, bars suit months. Default 'area'. */
  readonly mark?: 'area' | 'bar'
  /** Series to draw below zero although the table holds them as positive numbers: what goes out. */
  readonly below?: readonly string[]
  /** A column of one value per position to draw as a line over the stack, e.g. what remains. */
  readonly net?: string
  readonly events?: readonly FigureEvent[]
  readonly xTitle?: string
  readonly yTitle?: string
}

/**
 * Parts stacked over days: positive parts up from zero, negative parts down from it. Where a part
 * has no row it counts as zero.
 *
 * @throws InputError when a column is not there or a value is not a number
 */
export function stacked(options: StackedOptions): Figure {
  return (notation) => draw({ ...options, notation })
}

function draw(options: Noted<StackedOptions>): VegaLiteSpec {
  const { width = DEFAULT_WIDTH, height = 260, mark = 'area', below = [], notation } = options
  const read = readSeries(options)
  if (valuesOf(read.marks).length === 0) return emptyFigure(options)
  const signOf = (rank: number) => (below.includes(read.looks[rank]!.key) ? -1 : 1)
  const marks = read.marks.map((one) => ({ ...one, y: one.y && signOf(one.rank) * one.y }))
  const net = netSeries(options, mark === 'bar' ? barWidth(marks, read.x.isTime) / 2 : 0)
  const looks = [...[...read.looks].reverse(), ...net.looks]
  const parts = { mark, color: colourOf(looks), isStacked: true, over: net.marks }
  const plot = plotOf({ ...read, marks }, { ...options, ...parts, width, height })
  const title = options.yTitle ?? valueTitle(read.fields, notation)
  const words = describe('Stacked parts', { ...read, marks, looks }, { title, notation })
  return framed(options, { ...onePlot(width), ...plot }, words, title)
}

/** One value a position (a long table repeats it in the row of every part), in the middle of bars. */
function netSeries(
  options: Noted<StackedOptions>,
  shift: number,
): Pick<SeriesSet, 'marks' | 'looks'> {
  const { net, x } = options
  if (net === undefined) return { marks: [], looks: [] }
  const { series: _, ...fields } = options
  const { marks, looks } = readSeries({ ...fields, x, y: net, colours: { [net]: INK } })
  const once = marks.filter((mark, i) => mark.x !== marks[i - 1]?.x)
  return { looks, marks: once.map((mark) => ({ ...mark, x: mark.x + shift })) }
}
