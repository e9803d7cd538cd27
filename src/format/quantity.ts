import { isDateColumn, isMonthColumn } from './day.js'
import type { Notation } from './notation.js'
import { inWords } from './words.js'

/** What the numbers of a column are. Units come last in a column's name, so the name tells. */
export type QuantityKind = 'money' | 'rate' | 'millionths' | 'days' | 'number'

/** How one quantity is drawn on an axis and written beside a mark. */
export interface Quantity {
  readonly kind: QuantityKind
  /** What a stored value is divided by to be drawn: cents become whole units. */
  readonly divisor: number
  /** The unit as an axis title names it; empty for plain counts. */
  readonly unit: string
  /** A stored value as a label. */
  readonly label: (value: number) => string
}

/** How each kind is drawn and written; plain numbers by themselves, or as others beside them are. */
function quantities(
  { money, number, rate }: Notation,
  beside?: readonly number[],
): Record<QuantityKind, Omit<Quantity, 'kind'>> {
  const plain = (value: number) => number(value, decimalsOf(beside ?? [value]))
  const millionths = (value: number) => number(value / 1e6, 3)
  const percent = (value: number) => rate(value)
  const { minorDigits, symbol, whole } = money
  return {
    money: { divisor: 10 ** minorDigits, unit: symbol, label: whole },
    rate: { divisor: 10_000, unit: '%', label: percent },
    millionths: { divisor: 1_000_000, unit: '', label: millionths },
    days: { divisor: 1, unit: 'days', label: plain },
    number: { divisor: 1, unit: '', label: plain },
  }
}

/** Decimals that plain numbers are told with: none where there are hundreds. */
function decimalsOf(values: readonly number[]): number {
  return values.every(Number.isInteger) || values.some((value) => Math.abs(value) >= 100) ? 0 : 2
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
export function quantityOf(
  column: string,
  notation: Notation,
  kind = quantityKind(column),
): Quantity {
  return { kind, ...quantities(notation)[kind] }
}

/** The label of a column's values that are written one below the other: all with the same decimals. */
export function columnLabel(
  column: string,
  values: readonly number[],
  notation: Notation,
): Quantity['label'] {
  return quantities(notation, values)[quantityKind(column)].label
}

/** A column's name in plain words without its unit: `decayed_cents` is Decayed. */
export function bareTitle(column: string): string {
  const suffix = SUFFIXES.find(([pattern]) => pattern.test(column))?.[0]
  return inWords((suffix && column.replace(suffix, '')) || column)
}

/** An axis title with its unit: `age_days` is Age (days). */
export function axisTitle(column: string, notation: Notation): string {
  if (isDateColumn(column) || isMonthColumn(column)) return ''
  return withUnit(bareTitle(column), quantityOf(column, notation))
}

/** A title with the unit of what it names, if that has one. */
export function withUnit(title: string, { unit }: Quantity): string {
  return unit ? `${title} (${unit})` : title
}
