import type { SqlSource } from '../../engine/index.js'
import { fillUnderCaps } from '../arithmetic/largest-remainder.js'
import { fadingByAge } from './fading.js'
import { readColumns } from './read-columns.js'
import { valuesOf, type WorkingTable } from './working-table.js'

/** What a policy takes of lots, youngest first, of which so much is live. */
type Take = (clicks: number, live: readonly number[], recency: readonly number[]) => number[]

const inTurn = (clicks: number, live: readonly number[]) => {
  let before = 0
  return live.map((there) => {
    const taken = Math.max(0, Math.min(there, clicks - before))
    before += there
    return taken
  })
}

const policies: Readonly<Record<string, Take>> = {
  lifo: inTurn,
  fifo: (clicks, live) => inTurn(clicks, [...live].reverse()).reverse(),
  recency_weighted: (clicks, live, recency) =>
    fillUnderCaps(
      BigInt(clicks),
      live.map((there, i) => BigInt(there) * BigInt(recency[i]!)),
      live.map(BigInt),
    ).map(Number),
}

const LOT_DAYS = 'attribution.click_lot_daily'

/** Lots on days on which orders took other clicks than the policy says, of as many in all. */
export const consumptionDifferences: WorkingTable = {
  name: 'consumption_differences',
  uses: [fadingByAge],
  reads: [LOT_DAYS],
  select: async (ask, declared) => {
    const take = policies[declared.text('attribution.consumption_policy')]
    const channels = await ask<{ channel: string }>(`select distinct channel from ${LOT_DAYS}`)
    const different: (string | number)[][] = []
    for (const { channel } of channels) {
      const { day, age, live, taken, recency } = await lotDays(ask, channel)
      for (let from = 0, to = 1; from < day.length; from = to, to++) {
        while (day[to] === day[from]) to++
        const actual = taken.slice(from, to)
        const clicks = actual.reduce((sum, count) => sum + count, 0)
        const expected = take?.(clicks, live.slice(from, to), recency.slice(from, to)) ?? []
        actual.forEach((count, i) => {
          const should = expected[i] ?? 0
          if (count !== should) different.push([channel, day[from]!, age[from + i]!, should])
        })
      }
    }
    return valuesOf(
      { channel: 'varchar', day: 'integer', age_days: 'integer', expected_clicks: 'bigint' },
      different,
    )
  },
}

/** The lots of a channel on every day, youngest first. */
function lotDays(ask: SqlSource['rows'], channel: string) {
  return readColumns(
    ask,
    {
      day: `date_diff('day', date '1970-01-01', l.date)`,
      age: 'l.age_days',
      live: 'l.opening_clicks + l.born_clicks',
      taken: 'l.consumed_clicks',
      recency: 'coalesce(f.recency, 0)',
    },
    `${LOT_DAYS} as l
       left join expected_fading as f on f.channel = l.channel and f.age_days = l.age_days
     where l.channel = '${channel}'`,
    'l.date, l.age_days',
  )
}
