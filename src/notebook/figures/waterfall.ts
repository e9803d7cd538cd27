import { InputError } from '../../errors.js'
import { axisTitle, quantityOf } from '../../format/quantity.js'
import { inWords } from '../../format/words.js'
import { GAIN, LOSS, MUTED_INK, TOTAL } from '../palette.js'
import { numberOf, readFields, type SourceRow, type TableSource } from '../source.js'
import type { Figure, Noted, VegaLiteSpec } from '../spec.js'
import { barRows } from './bars.js'
import { listNames } from './describe.js'
import { DEFAULT_WIDTH, emptyFigure, type FigureFrame, framed } from './frame.js'

export interface WaterfallOptions extends FigureFrame {
  /** Steps in order, one per row. */
  readonly data: TableSource
  /** Column that names the steps. */
  readonly step: string
  /** Column of signed changes; in a row of a total, the total. */
  readonly value: string
  /** Column that is true in rows of totals: where the figure starts, or what the steps sum to. */
  readonly total?: string
  readonly valueTitle?: string
}

interface Step {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly value: number
  readonly isTotal: boolean
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
  const { data, step, value, total, width = DEFAULT_WIDTH, notation } = options
  const steps = readSteps(readFields(data, [step, value, total]), options)
  if (steps.length === 0) return emptyFigure(options)
  const { label } = quantityOf(value, notation)
  const bars = steps.map(({ name, from, to, value: amount, isTotal }) => ({
    name,
    pieces: [{ from, to, ...lookOf(isTotal, amount) }],
    label: label(amount),
    side: 'right' as const,
    bold: isTotal,
  }))
  const { valueTitle = axisTitle(value, notation) } = options
  const named = steps.map((one) => `${one.name} ${label(one.value)}`)
  const description = `Waterfall. ${valueTitle}. ${listNames(named, 'step')}.`
  return framed(
    options,
    barRows(bars, { width, below: connectors(steps) }),
    description,
    valueTitle,
  )
}

function readSteps(rows: readonly SourceRow[], { step, value, total }: WaterfallOptions): Step[] {
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
    return { name, from, to: running, value: amount, isTotal }
  })
}

function lookOf(isTotal: boolean, amount: number): { series: string; colour: string } {
  if (isTotal) return { series: 'Total', colour: TOTAL }
  return amount < 0 ? { series: 'Decrease', colour: LOSS } : { series: 'Increase', colour: GAIN }
}

/** A thin line from where each step ends to the next. */
function connectors(steps: readonly Step[]): VegaLiteSpec[] {
  const values = steps.slice(1).map((_, i) => ({ row: i, next: i + 1, at: steps[i]!.to }))
  if (values.length === 0) return []
  return [
    {
      data: { values },
      mark: { type: 'rule', color: MUTED_INK, strokeWidth: 1, opacity: 0.6 },
      encoding: { x: { field: 'at' }, y: { field: 'row' }, y2: { field: 'next' } },
    },
  ]
}
