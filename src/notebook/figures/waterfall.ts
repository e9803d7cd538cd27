import { InputError } from '../../errors.js'
import { axisTitle, quantityOf } from '../../format/quantity.js'
import { inWords } from '../../format/words.js'
import { GAIN, LOSS, TOTAL } from '../palette.js'
import { numberOf, readFields, type SourceRow, type TableSource } from '../source.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { type BarRow, barRows, labelWithRange, type RangeFields, rangeOfRow } from './bars.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed } from './frame.js'
import { listNames } from './plot.js'

export interface WaterfallOptions extends FigureFrame {
  /** Steps in order, one per row. */
  readonly data: TableSource
  /** Column that names the steps. */
  readonly step: string
  /** Column of signed changes; in a row of a total, the total. */
  readonly value: string
  /** Column that is true in rows of totals: where the figure starts, or what the steps sum to. */
  readonly total?: string
  /** Columns of the ends of a range of the value, in rows that have one. */
  readonly range?: RangeFields
  readonly valueTitle?: string
}

interface Step {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly value: number
  readonly isTotal: boolean
  readonly range?: BarRow['range']
}

/**
 * A waterfall read from top to bottom: each step begins where the one before it ended, totals stand
 * on zero. From GMV to net profit, say.
 *
 * @throws InputError when a total is not the sum of the steps before it
 */
export function waterfall(options: WaterfallOptions): Figure {
  return (notation) => draw({ ...options, notation })
}

function draw(options: Noted<WaterfallOptions>): VegaLiteSpec {
  const { data, step, value, total, range, width = DEFAULT_WIDTH, notation } = options
  const columns = [step, value, total, range?.low, range?.high]
  const steps = readSteps(readFields(data, columns), options)
  if (steps.length === 0) return emptyFigure(options)
  const { label } = quantityOf(value, notation)
  const bars = steps.map(({ name, from, to, value: amount, isTotal, range: ends }) => ({
    name,
    pieces: [{ from, to, series: kindOf(isTotal, amount) }],
    label: label(amount),
    bold: isTotal,
    ...(ends && { range: [from + ends[0], from + ends[1]] as const }),
  }))
  const { valueTitle = axisTitle(value, notation) } = options
  const named = steps.map((one) => `${one.name} ${labelWithRange(one.value, one.range, label)}`)
  const words = `Waterfall. ${valueTitle}. ${listNames(named, 'step')}.`
  return framed(options, barRows(bars, { width, looks: LOOKS }), words, valueTitle)
}

const LOOKS = [
  { key: 'total', label: 'Total', colour: TOTAL },
  { key: 'increase', label: 'Increase', colour: GAIN },
  { key: 'decrease', label: 'Decrease', colour: LOSS },
]

function kindOf(isTotal: boolean, amount: number): string {
  if (isTotal) return 'Total'
  return amount < 0 ? 'Decrease' : 'Increase'
}

function readSteps(
  rows: readonly SourceRow[],
  { step, value, total, range }: WaterfallOptions,
): Step[] {
  let running = 0
  return rows.map((row, i) => {
    const amount = numberOf(row[value], value) ?? 0
    const name = inWords(String(row[step]))
    const isTotal = total !== undefined && row[total] === true
    if (isTotal && i > 0 && amount !== running) {
      throw new InputError(
        `Waterfall: the total ${name} is ${amount}, the steps before it sum to ${running}. Give every step between.`,
      )
    }
    const from = isTotal ? 0 : running
    running = isTotal ? amount : running + amount
    const ends = rangeOfRow(row, range)
    return { name, from, to: running, value: amount, isTotal, ...(ends && { range: ends }) }
  })
}
