import { InputError } from '../../errors.js'
import { dateOf, dayOf, parseDay } from '../../time/calendar.js'
import type { SpendRow } from './place-spend.js'

/** A day of a channel in the files of spend, as stage 2 holds it: a row of `dwh.fct_marketing_spend`. */
export interface ObservedSpend {
  readonly date: Date
  readonly channel: string
  readonly spend_cents: number
  readonly impressions: number | null
  readonly clicks: number | null
}

/** Where a value of the files of spend stands. */
export function spendPlace({ channel, day }: SpendRow, column: string): string {
  return `the files of spend, ${dateOf(day)} of ${channel}, column ${column}`
}

/**
 * The rows of the files of spend, each with the id of its channel.
 *
 * @throws InputError on a channel that cannot have an id
 */
export function readObservedSpend(lines: readonly ObservedSpend[]): SpendRow[] {
  return lines.map(({ date, channel, spend_cents, impressions, clicks }) => ({
    channel: channelId(channel),
    channelName: channel,
    day: dayOf(date),
    spendCents: spend_cents,
    ...(impressions === null ? {} : { impressions }),
    ...(clicks === null ? {} : { clicks }),
  }))
}

/** No channel may be called as what needs no marketing. */
const NO_CHANNEL = 'direct'

/**
 * The id of a channel from the name that a file gives it: small letters, digits and underscores;
 * `Google Ads` is google_ads.
 *
 * @throws InputError on a name without a letter or digit of the Latin alphabet, and on `direct`
 */
export function channelId(name: string): string {
  const words = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g)
  const id = words?.join('_') ?? ''
  if (id === '' || id === NO_CHANNEL) {
    throw new InputError(
      `the files of spend, column channel: got '${name}', allowed a name with a letter or digit of the Latin alphabet that is not 'direct', which is what orders without marketing are called. Write e.g. google_ads.`,
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
