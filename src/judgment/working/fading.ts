import { fading } from '../arithmetic/fading.js'
import { valuesOf, type WorkingTable } from './working-table.js'

/**
 * By channel and age: the millionths of a lot that may live on behind the day, and how much a click
 * weighs when orders choose.
 */
export const fadingByAge: WorkingTable = {
  name: 'expected_fading',
  uses: [],
  select: async (_, declared) => {
    const rows = declared.members('attribution.channels').flatMap((channel) => {
      const decay = fading(declared, channel, 'decay')
      const recency = fading(declared, channel, 'recency')
      return decay.map((_, age) => [
        channel,
        age,
        decay[age + 1] ?? 0,
        Math.max(1, recency[age]!),
        age === decay.length - 1 ? 1 : 0,
      ])
    })
    return valuesOf(
      {
        channel: 'varchar',
        age_days: 'integer',
        may_live: 'bigint',
        recency: 'bigint',
        is_last: 'integer',
      },
      rows,
    )
  },
}
