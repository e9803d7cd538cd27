import { hasTable } from '../../engine/index.js'
import type { MarketSource } from '../market-source.js'
import { channelId } from './observed-spend.js'
import type { PlanNote } from './plan-notes.js'

/**
 * Lift tests of channels that the run does not have: nothing is learned from them.
 *
 * @param channels ids of the run's channels
 */
export async function readLiftNotes(
  source: MarketSource,
  channels: readonly string[],
): Promise<PlanNote[]> {
  if (!(await hasTable(source, 'dwh', 'fct_lift_tests'))) return []
  const tests = await source.rows<{ channel: string }>(
    'select distinct channel from dwh.fct_lift_tests order by channel',
  )
  const strange = tests.filter(({ channel }) => !channels.includes(channelId(channel)))
  return strange.map(({ channel }) => ({
    note_id: `lift_test_of_${channelId(channel)}`,
    severity: 'warning',
    channel: null,
    days: 0,
    amount_cents: 0,
    statement: `A lift test of ${channel} tells nothing here: this run has no such channel, but ${channels.join(', ')}. Name one of them in lift_tests.csv.`,
  }))
}
