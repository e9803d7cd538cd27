import { fillUnderCaps } from '../arithmetic/largest-remainder.js'
import { Declared } from '../declared.js'
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

/** Every lot on every day, numbered by channel, day and age. */
export const numberedLotDays = `(
  select *, row_number() over (order by channel, date, age_days) as nth,
    row_number() over (partition by channel, date order by age_days) as nth_of_day
  from attribution.click_lot_daily)`

/** Lot days, by number, on which orders took other clicks than the policy says, of as many in all. */
export const consumptionDifferences: WorkingTable = {
  name: 'consumption_differences',
  uses: [fadingByAge],
  reads: ['attribution.click_lot_daily'],
  select: async (ask) => {
    const declared = await Declared.read(ask)
    const take = policies[declared.text('attribution.consumption_policy')]
    const { nthOfDay, live, taken, recency } = await readColumns(
      ask,
      {
        nthOfDay: 'l.nth_of_day',
        live: 'l.opening_clicks + l.born_clicks',
        taken: 'l.consumed_clicks',
        recency: 'coalesce(f.recency, 0)',
      },
      `${numberedLotDays} as l left join expected_fading as f
         on f.channel = l.channel and f.age_days = l.age_days`,
      'l.nth',
    )
    const different: number[][] = []
    for (let from = 0, to = 1; from < live.length; from = to, to++) {
      while (nthOfDay[to] !== undefined && nthOfDay[to] !== 1) to++
      const actual = taken.slice(from, to)
      const clicks = actual.reduce((sum, count) => sum + count, 0)
      const expected = take?.(clicks, live.slice(from, to), recency.slice(from, to)) ?? []
      actual.forEach((count, i) => {
        if (count !== expected[i]) different.push([from + i + 1, expected[i] ?? 0])
      })
    }
    return valuesOf({ nth: 'bigint', expected_clicks: 'bigint' }, different)
  },
}
