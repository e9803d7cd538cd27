import type { SqlSource } from '../../engine/index.js'
import { largestRemainder } from '../arithmetic/largest-remainder.js'
import { memory } from '../arithmetic/memory.js'
import { dayKey, readPublishedMarket } from './market-days.js'
import { readColumns } from './read-columns.js'
import { valuesOf, type WorkingTable } from './working-table.js'

/** Kernel weights are held in billionths, the largest of them as a fraction of 2^52 first. */
const BILLION = 1_000_000_000n

function inBillionths(weights: readonly number[]): bigint[] {
  const largest = Math.max(...weights)
  const scale = Math.floor(2 ** 52 / weights.length)
  return largestRemainder(
    BILLION,
    weights.map((weight) => BigInt(Math.round((weight / largest) * scale))),
  )
}

/** Parts of spend that were released on another day, or with other cents, than the kernel says. */
export const releaseDifferences: WorkingTable = {
  name: 'release_differences',
  uses: [],
  reads: ['market.fct_marketing_daily', 'market.spend_release', 'dwh.fct_marketing_spend'],
  select: async (ask, declared) => {
    const found: (string | number)[][] = []
    const { days: published, file } = await readPublishedMarket(ask, declared)
    const ownDay = declared.text('market.observed_release') === 'own_day'
    for (const [channel, days] of published) {
      const weights = memory(declared, channel)
      const shares = weights.every(Number.isFinite) ? inBillionths(weights) : []
      const left = await releasedOf(ask, channel)
      for (const { day, spend_cents } of days) {
        const known = file?.of(channel, day).clicks ?? null
        const parts =
          known !== null && ownDay
            ? [spend_cents]
            : largestRemainder(BigInt(spend_cents), shares).map(Number)
        parts.forEach((cents, lag) => {
          const key = dayKey(String(day), day + lag)
          const published = left.get(key) ?? 0
          left.delete(key)
          if (cents !== published)
            found.push(difference(channel, day, day + lag, cents - published))
        })
      }
      for (const [key, cents] of left) {
        const [spent, released] = key.split(' ').map(Number)
        found.push(difference(channel, spent!, released!, cents))
      }
    }
    return valuesOf(
      { channel: 'varchar', spend_day: 'integer', release_day: 'integer', amount_cents: 'bigint' },
      found,
    )
  },
}

const difference = (channel: string, spent: number, released: number, cents: number) => [
  channel,
  spent,
  released,
  Math.abs(cents),
]

/** Published parts of a channel by day spent and released. */
async function releasedOf(ask: SqlSource['rows'], channel: string) {
  const { spent, released, cents } = await readColumns(
    ask,
    {
      spent: `date_diff('day', date '1970-01-01', spend_date)`,
      released: `date_diff('day', date '1970-01-01', release_date)`,
      cents: 'cost_cents',
    },
    `market.spend_release where channel = '${channel}'`,
  )
  const parts = new Map<string, number>()
  spent.forEach((day, i) => {
    const key = dayKey(String(day), released[i]!)
    parts.set(key, (parts.get(key) ?? 0) + cents[i]!)
  })
  return parts
}
