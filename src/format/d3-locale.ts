import type { Notation } from './notation.js'

/** How a run writes numbers, as a number locale of d3-format, which Vega's axes follow. */
export function d3Locale({ locale, money }: Notation): Readonly<Record<string, unknown>> {
  const plain = new Intl.NumberFormat(locale).formatToParts(1234567890123.5)
  const partOf = (type: string) => plain.find((part) => part.type === type)?.value
  const groups = plain.filter(({ type }) => type === 'integer').map(({ value }) => value.length)
  const style = { style: 'currency', currency: money.currency } as const
  return {
    number: {
      decimal: partOf('decimal') ?? '.',
      thousands: partOf('group') ?? '',
      grouping: groups.slice(1).reverse(),
      currency: around(new Intl.NumberFormat(locale, style).formatToParts(1)),
      percent: around(new Intl.NumberFormat(locale, { style: 'percent' }).formatToParts(1)).join(
        '',
      ),
      minus: '-',
    },
  }
}

const DIGITS: ReadonlySet<string> = new Set(['integer', 'decimal', 'fraction', 'group'])

/** What a locale writes before and after the digits. */
function around(parts: readonly Intl.NumberFormatPart[]): [before: string, after: string] {
  const first = parts.findIndex(({ type }) => DIGITS.has(type))
  const last = parts.findLastIndex(({ type }) => DIGITS.has(type))
  const text = (some: readonly Intl.NumberFormatPart[]) => some.map(({ value }) => value).join('')
  return [text(parts.slice(0, first)), text(parts.slice(last + 1))]
}
