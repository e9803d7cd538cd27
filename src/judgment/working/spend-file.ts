import { hasTable, type SqlSource } from '../../engine/index.js'
import type { Declared } from '../declared.js'

/** What a spend file states of a channel and day; null where it does not say. */
export interface Stated {
  readonly spendCents: number
  readonly impressions: number | null
  readonly clicks: number | null
}

/** A file of spend that is in force. */
export interface SpendFile {
  /** First and last day with a line, as days since 1970-01-01. */
  readonly firstDay: number
  readonly lastDay: number
  /** What it states of a channel on a day, days without a line included. */
  of(channel: string, day: number): Stated
}

interface Line extends Stated {
  readonly channel: string
  readonly day: number
}

const NOTHING: Stated = { spendCents: 0, impressions: null, clicks: null }

/** Reads the files of spend as the warehouse holds them, where they are in force. */
export async function readSpendFile(
  ask: SqlSource['rows'],
  declared: Declared,
): Promise<SpendFile | undefined> {
  const plan = declared.text('market.plan')
  if (plan !== 'csv' && plan !== 'auto') return undefined
  if (!(await hasTable({ rows: ask }, 'dwh', 'fct_marketing_spend'))) return undefined
  const rows = await ask<Line>(
    `select channel, date_diff('day', date '1970-01-01', date) as day,
       spend_cents as "spendCents", impressions, clicks
     from dwh.fct_marketing_spend`,
  )
  return fileOf(rows.map((line) => ({ ...line, channel: codeName(line.channel) })))
}

function fileOf(lines: readonly Line[]): SpendFile {
  const byChannel = new Map<string, Map<number, Stated>>()
  for (const line of lines) {
    const days = byChannel.get(line.channel) ?? new Map<number, Stated>()
    byChannel.set(line.channel, days.set(line.day, line))
  }
  const days = lines.map(({ day }) => day)
  return {
    firstDay: days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    lastDay: days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    of: (channel, day) => {
      const own = byChannel.get(channel)
      return own?.get(day) ?? { ...NOTHING, ...unsaid(own) }
    },
  }
}

/** Who counts on every day with a line counted nothing on the others. */
function unsaid(days: ReadonlyMap<number, Stated> | undefined) {
  const lines = [...(days?.values() ?? [])]
  const counted = (what: 'impressions' | 'clicks') =>
    lines.length > 0 && lines.every((line) => line[what] !== null) ? 0 : null
  return { impressions: counted('impressions'), clicks: counted('clicks') }
}

/** `Google Ads` is google_ads. */
export function codeName(written: string): string {
  const plain = written.normalize('NFD').toLowerCase().replaceAll(/\p{M}/gu, '')
  const name = plain.replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '')
  return /^[0-9]/.test(name) ? `channel_${name}` : name
}
