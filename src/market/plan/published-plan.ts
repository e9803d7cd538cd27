import type { SqlSource } from '../../engine/index.js'
import { InputError } from '../../errors.js'
import { dayOf } from '../../time/calendar.js'
import type { PlannedChannel } from './place-spend.js'
import { SpendPlan } from './spend-plan.js'

/** The spend of the published market as a plan, to change and to run again. */
export async function publishedPlan(source: SqlSource): Promise<SpendPlan> {
  const [found] = await source.rows(
    `select database_name from duckdb_databases() where database_name = 'market'`,
  )
  if (!found) throw new InputError('plan: no market is published yet. Run the stages first.')
  const channels = await source.rows<PlannedChannel>(
    'select channel as id, is_paid as "isPaid" from market.dim_channel order by channel',
  )
  const spend = await source.rows<{ channel: string; date: Date; spend_cents: number }>(
    'select channel, date, spend_cents from market.fct_marketing_daily order by channel, date',
  )
  const days = spend.length / channels.length
  const spendCents = Object.fromEntries(
    channels.map(({ id }, i) => [
      id,
      spend.slice(i * days, (i + 1) * days).map(({ spend_cents }) => spend_cents),
    ]),
  )
  return new SpendPlan({ firstDay: dayOf(spend[0]!.date), days, channels, spendCents })
}
