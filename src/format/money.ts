import { roundHalfAway } from '../money/round.js'

/** How amounts are written: an ISO 4217 currency in a BCP 47 locale. */
export interface MoneyStyle {
  readonly currency: string
  readonly locale: string
}

/** Amounts are kept in the currency's minor units (cents, yen, fils); each function takes those. */
export interface MoneyFormat {
  readonly currency: string
  /** Decimals of the currency by ISO 4217: 2 for most, 0 for JPY, 3 for KWD. */
  readonly minorDigits: number
  /** The sign that the locale writes, e.g. € or KWD. */
  readonly symbol: string
  /** To the last minor unit, with the sign. */
  readonly exact: (minor: number) => string
  /** In whole units, for figures where minor units would only be noise. */
  readonly whole: (minor: number) => string
  /** To the last minor unit without the sign, where a header names it. */
  readonly bare: (minor: number) => string
}

/**
 * How many decimals a currency has (ISO 4217).
 *
 * @throws RangeError on a text that cannot be a currency code
 */
export function minorDigits(currency: string): number {
  const options = { style: 'currency', currency } as const
  return new Intl.NumberFormat('en', options).resolvedOptions().maximumFractionDigits!
}

/** Writes amounts of one currency by the rules of one locale. */
export function moneyFormat({ currency, locale }: MoneyStyle): MoneyFormat {
  const digits = minorDigits(currency)
  const signed = { signDisplay: 'negative', style: 'currency', currency } as const
  const exact = new Intl.NumberFormat(locale, signed)
  const whole = new Intl.NumberFormat(locale, { ...signed, maximumFractionDigits: 0 })
  const bare = new Intl.NumberFormat(locale, {
    signDisplay: 'negative',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return {
    currency,
    minorDigits: digits,
    symbol: exact.formatToParts(0).find(({ type }) => type === 'currency')!.value,
    exact: (minor) => exact.format(decimalText(minor, digits)),
    whole: (minor) => whole.format(decimalText(minor, digits)),
    bare: (minor) => bare.format(decimalText(minor, digits)),
  }
}

/** A whole number of 10^-digits as an exact decimal text: 123456 with 2 digits is 1234.56. */
export function decimalText(scaled: number, digits: number): `${number}` {
  const size = roundHalfAway(Math.abs(scaled))
    .toFixed(0)
    .padStart(digits + 1, '0')
  const whole = size.slice(0, size.length - digits)
  const text = digits === 0 ? whole : `${whole}.${size.slice(-digits)}`
  return `${scaled < 0 ? '-' : ''}${text}` as `${number}`
}
