import type { Notation } from './notation.js'

/** A value of an assumption as people write it: money, %, decimals, or a number with its noun. */
export function valueWithUnit(value: unknown, unit: string, notation: Notation): string {
  if (Array.isArray(value)) {
    return value.map((item) => valueWithUnit(item, unit, notation)).join('; ')
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'number') return String(value)
  if (unit === 'cents') return notation.money.exact(value)
  if (unit === 'bps') return notation.rate(value)
  if (unit === 'millionths') return decimals(value / 1e6, notation)
  const noun = ['days', 'months', 'clicks', 'impressions'].includes(unit) ? ` ${unit}` : ''
  return decimals(value, notation) + noun
}

/** As many decimals as the number has, at most six. */
function decimals(value: number, { number }: Notation): string {
  const count = Number.isInteger(value) ? 0 : (String(value).split('.')[1] ?? '').length
  return number(value, Math.min(6, count))
}
