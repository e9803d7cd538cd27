import { isDateColumn, isMonthColumn } from './day.js'
import { formatBrl } from './money.js'
import { formatBps, formatNumber, formatReais } from './number.js'
import { inWords } from './words.js'

/** What the numbers of a column are. Units come last in a column's name, so the name tells. */
export type QuantityKind = 'money' | 'rate' | 'millionths' | 'days' | 'number'

/** How one quantity is drawn on an axis and written beside a mark. */
export interface Quantity {
  readonly kind: QuantityKind
  /** What a stored value is divided by to be drawn: cents become reais. */
  readonly divisor: number
  /** The unit as an axis title names it; empty for plain counts. */
  readonly unit: string
  /** A stored value as a label. */
  readonly label: (value: number) => string
  /** A stored value to the last cent. */
  readonly exact: (value: number) => string
}

const plain = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 2)
const millionths = (value: number) => formatNumber(value / 1e6, 3)

const QUANTITIES: Readonly<Record<QuantityKind, Omit<Quantity, 'kind'>>> = {
  money: { divisor: 100, unit: 'R$', label: formatReais, exact: formatBrl },
  rate: { divisor: 10_000, unit: '%', label: formatBps, exact: formatBps },
  millionths: { divisor: 1_000_000, unit: '', label: millionths, exact: millionths },
  days: { divisor: 1, unit: 'days', label: plain, exact: plain },
  number: { divisor: 1, unit: '', label: plain, exact: plain },
}

const SUFFIXES: readonly (readonly [RegExp, QuantityKind])[] = [
  [/_?cents$/, 'money'],
  [/_?bps$/, 'rate'],
  [/_?millionths$/, 'millionths'],
  [/_days$/, 'days'],
]

/** The kind of quantity that a column's name declares: `spend_cents` is money. */
export function quantityKind(column: string): QuantityKind {
  return SUFFIXES.find(([suffix]) => suffix.test(column))?.[1] ?? 'number'
}

/** How a column's numbers are drawn, by the kind its name declares unless said otherwise. */
export function quantityOf(column: string, kind = quantityKind(column)): Quantity {
  return { kind, ...QUANTITIES[kind] }
}

/** A column's name in plain words without its unit: `decayed_cents` is Decayed. */
export function bareTitle(column: string): string {
  const suffix = SUFFIXES.find(([pattern]) => pattern.test(column))?.[0]
  return inWords((suffix && column.replace(suffix, '')) || column)
}

/** An axis title with its unit: `age_days` is Age (days). */
export function axisTitle(column: string): string {
  if (isDateColumn(column) || isMonthColumn(column)) return ''
  const { unit } = quantityOf(column)
  return unit ? `${bareTitle(column)} (${unit})` : bareTitle(column)
}
