import { InputError } from '../../errors.js'
import { parseDay } from '../../time/calendar.js'
import type { SpendRow } from './place-spend.js'

/** A line of `marketing_spend.csv` as stage 1 holds it. */
export interface SpendLine {
  readonly date: string | null
  readonly channel: string | null
  readonly spend: string | null
  readonly impressions: string | null
  readonly clicks: string | null
}

const FILE = 'marketing_spend.csv'
const HEADER_LINES = 1

/** Where a value stands in the file: lines count from 1, the header first. */
export function csvPlace(row: number, column: string): string {
  return `${FILE}, line ${row + 1 + HEADER_LINES}, column ${column}`
}

/**
 * Reads the lines of the file: dates YYYY-MM-DD, spend with a decimal point and at most the
 * decimals of the currency, impressions and clicks as whole numbers or empty.
 *
 * @throws InputError naming file, line and column
 */
export function readCsvPlan(lines: readonly SpendLine[], minorDigits: number): SpendRow[] {
  return lines.map((line, i) => {
    const impressions = readWhole(line.impressions, () => csvPlace(i, 'impressions'))
    const clicks = readWhole(line.clicks, () => csvPlace(i, 'clicks'))
    return {
      channel: channelId(line.channel ?? '', () => csvPlace(i, 'channel')),
      channelName: (line.channel ?? '').trim(),
      day: readDay(line.date ?? '', () => csvPlace(i, 'date')),
      spendCents: readMinor(line.spend ?? '0', minorDigits, () => csvPlace(i, 'spend')),
      ...(impressions === undefined ? {} : { impressions }),
      ...(clicks === undefined ? {} : { clicks }),
    }
  })
}

/** No channel may be called as what needs no marketing. */
const NO_CHANNEL = 'direct'

/**
 * The id of a channel from the name that a file gives it: small letters, digits and underscores;
 * `Google Ads` is google_ads.
 *
 * @throws InputError on a name without a letter or digit of the Latin alphabet, and on `direct`
 */
export function channelId(name: string, place: () => string): string {
  const words = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g)
  const id = words?.join('_') ?? ''
  if (id === '' || id === NO_CHANNEL) {
    throw new InputError(
      `${place()}: got '${name}', allowed a name with a letter or digit of the Latin alphabet that is not 'direct', which is what orders without marketing are called. Write e.g. google_ads.`,
    )
  }
  return /^[a-z]/.test(id) ? id : `channel_${id}`
}

/** The day number of a date as people write it down. */
export function readDay(text: string, place: () => string): number {
  const day = parseDay(text)
  if (day !== null) return day
  throw new InputError(`${place()}: got '${text}', allowed a date written YYYY-MM-DD.`)
}

/** An amount in minor units: 58.9 with two decimals is 5890. Zeros beyond them are no fault. */
function readMinor(text: string, digits: number, place: () => string): number {
  const [, whole, decimals = ''] = /^(\d{1,12})(?:\.(\d*))?$/.exec(text) ?? []
  const beyond = decimals.slice(digits)
  if (whole !== undefined && /^0*$/.test(beyond)) {
    return Number(whole + decimals.slice(0, digits).padEnd(digits, '0'))
  }
  throw new InputError(
    `${place()}: got '${text}', allowed an amount >= 0 with a decimal point and at most ${digits} decimals. 1.234,5 is 1234.5.`,
  )
}

function readWhole(text: string | null, place: () => string): number | undefined {
  if (text === null || text === '') return undefined
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new InputError(
    `${place()}: got '${text}', allowed a whole number >= 0, or nothing where it is not known.`,
  )
}
