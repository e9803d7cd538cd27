import type { Notation } from '../../format/index.js'
import { type Quantity, quantityOf } from '../../format/quantity.js'
import { GRID } from '../palette.js'
import type { VegaLiteSpec } from '../spec.js'
import { widest } from '../text-width.js'
import { FONT_SIZE } from '../theme.js'
import { extent, niceScale } from './scale.js'

/** An axis of values with its ticks settled beforehand, so that its width is known. */
export interface ValueAxis {
  readonly quantity: Quantity
  readonly title: string
  /** In drawn units: whole ones, not minor ones. */
  readonly low: number
  readonly high: number
  /** Width of the widest tick label in pixels. */
  readonly labelWidth: number
  readonly scale: VegaLiteSpec
  /** Ticks and their labels; position and title are added by the plot. */
  readonly axis: VegaLiteSpec
}

export interface ValueAxisOptions {
  /** Column that the values come from; its suffix tells the unit. */
  readonly field: string
  /** Stored values: cents, basis points, counts. */
  readonly values: Iterable<number>
  readonly title: string
  /** The axis starts at zero. Default true. */
  readonly zero?: boolean
  /** Pixels along the axis: decides how many ticks fit. */
  readonly height: number
  readonly notation: Notation
}

const TICK_HEIGHT = 50

/** Settles range, ticks and labels of an axis of values. */
export function valueAxis(options: ValueAxisOptions): ValueAxis {
  const quantity = quantityOf(options.field, options.notation)
  const values = [...options.values]
  const [min, max] = extent(values, options.zero ?? true)
  const { low, high, step, ticks } = niceScale(min / quantity.divisor, max / quantity.divisor, {
    count: Math.max(2, Math.round(options.height / TICK_HEIGHT)),
    least: quantity.divisor === 1 && values.every(Number.isInteger) ? 1 : 0,
  })
  const labels = tickLabels(ticks, step, quantity, options.notation)
  return {
    quantity,
    title: options.title,
    low,
    high,
    labelWidth: widest(labels, FONT_SIZE),
    scale: { domain: [low, high], nice: false, zero: false },
    axis: { values: ticks, labelExpr: labelExpr(ticks, labels), grid: true, gridColor: GRID },
  }
}

/** Ticks a step apart as the run writes such numbers, all with the decimals that the step needs. */
export function tickLabels(
  ticks: readonly number[],
  step: number,
  { kind, divisor }: Quantity,
  { money, number, rate }: Notation,
): string[] {
  const decimals = Math.max(0, -Math.floor(Math.log10(kind === 'rate' ? step * 100 : step) + 1e-9))
  return ticks.map((tick) => {
    if (kind === 'rate') return rate(tick * divisor, decimals)
    if (kind !== 'money') return number(tick, decimals)
    return decimals > 0 ? money.exact(tick * divisor) : money.whole(tick * divisor)
  })
}

/** The labels as a Vega expression: what is drawn is what was measured. */
export function labelExpr(ticks: readonly number[], labels: readonly string[]): string {
  const byTick = Object.fromEntries(ticks.map((tick, i) => [tick, labels[i]]))
  return `(${JSON.stringify(byTick)})[datum.value]`
}
