import { roundHalfAway } from '../money/round.js'
import { decimalText } from './money.js'

/** Writes numbers by the rules of one locale. */
export interface NumbersFormat {
  /** With so many decimals, rounded half away from zero. Default none. */
  readonly number: (value: number, decimals?: number) => string
  /** Basis points as a percentage: 350 is 3.50%. */
  readonly rate: (bps: number, decimals?: number) => string
  /** In as few characters as tell the size: 950, 12.3K, 1.23M. */
  readonly compact: (value: number) => string
}

const BPS_DIGITS = 2
const LEAST_COMPACT = 9_999.5

/** The numbers of one BCP 47 locale. */
export function numbersFormat(locale: string): NumbersFormat {
  const plain = byDecimals(locale, {})
  const percent = byDecimals(locale, { style: 'percent' })
  const short = new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumSignificantDigits: 3,
  })
  const number = (value: number, decimals = 0) =>
    plain(decimals).format(decimalText(value * 10 ** decimals, decimals))
  return {
    number,
    rate: (bps, decimals = BPS_DIGITS) => {
      const digits = decimals + 2
      return percent(decimals).format(
        decimalText(roundHalfAway((bps * 10 ** decimals) / 100), digits),
      )
    },
    compact: (value) => {
      const size = Math.abs(value)
      if (size >= LEAST_COMPACT) return short.format(value)
      return number(value, Number.isInteger(value) || size >= 100 ? 0 : size >= 1 ? 1 : 2)
    },
  }
}

/** A value of whatever size, as an assumption is typed: with so many significant digits, 0.00917 for 0.0091687. */
export function significant(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)))
}

/** One formatter for each number of decimals, made when it is first asked for. */
function byDecimals(locale: string, style: { readonly style?: 'percent' }) {
  const made = new Map<number, Intl.NumberFormat>()
  return (decimals: number): Intl.NumberFormat => {
    const known = made.get(decimals)
    if (known) return known
    const format = new Intl.NumberFormat(locale, {
      ...style,
      signDisplay: 'negative',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    made.set(decimals, format)
    return format
  }
}
