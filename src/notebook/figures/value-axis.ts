import { formatNumber } from '../../format/number.js'
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
  /** In drawn units: reais, not cents. */
  readonly low: number
  readonly high: number
  /** Width of the widest tick label in pixels. */
  readonly labelWidth: number
  readonly scale: VegaLiteSpec
  /** Ticks and their format; position and title are added by the plot. */
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
}

const TICK_HEIGHT = 50

/** Settles range, ticks and labels of an axis of values. */
export function valueAxis(options: ValueAxisOptions): ValueAxis {
  const quantity = quantityOf(options.field)
  const values = [...options.values]
  const [min, max] = extent(values, options.zero ?? true)
  const { low, high, step, ticks } = niceScale(min / quantity.divisor, max / quantity.divisor, {
    count: Math.max(2, Math.round(options.height / TICK_HEIGHT)),
    least: quantity.divisor === 1 && values.every(Number.isInteger) ? 1 : 0,
  })
  const { decimals, format, prefix, suffix } = tickFormat(quantity, step)
  const factor = quantity.kind === 'rate' ? 100 : 1
  const labels = ticks.map((tick) => `${prefix}${formatNumber(tick * factor, decimals)}${suffix}`)
  return {
    quantity,
    title: options.title,
    low,
    high,
    labelWidth: widest(labels, FONT_SIZE),
    scale: { domain: [low, high], nice: false, zero: false },
    axis: { values: ticks, format, grid: true, gridColor: GRID },
  }
}

/** A format of ticks a step apart, as Vega takes it and taken apart to write labels oneself. */
export function tickFormat({ kind }: Quantity, step: number) {
  const shownStep = kind === 'rate' ? step * 100 : step
  const decimals = Math.max(0, -Math.floor(Math.log10(shownStep) + 1e-9))
  const money = kind === 'money'
  const centsShown = money && decimals > 0 ? Math.max(2, decimals) : decimals
  return {
    decimals: centsShown,
    format: kind === 'rate' ? `.${decimals}%` : `${money ? '$' : ''},.${centsShown}f`,
    prefix: money ? 'R$ ' : '',
    suffix: kind === 'rate' ? '%' : '',
  }
}
