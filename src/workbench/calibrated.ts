import type { Assumptions } from '../assumptions/index.js'
import type { SqlSource } from '../engine/index.js'
import { InputError } from '../errors.js'

/**
 * A run's assumptions with those that its fit found: its table
 * `decisions.calibration`, and the names of the channels that only a file of spend declares.
 *
 * @throws InputError where nothing was fitted
 */
export async function calibratedFrom(
  assumptions: Assumptions,
  source: SqlSource,
): Promise<Assumptions> {
  const fitted = await source.rows<{ id: string; value: number }>(
    `select assumption_id as id, value from decisions.calibration
     where basis = 'fitted' and value <> declared_value order by assumption_id`,
  )
  if (fitted.length === 0) {
    throw new InputError(
      'calibrate: nothing of this run is fitted, so that every declared value stands. Add marketing_spend.csv or lift_tests.csv.',
    )
  }
  const named = await source.rows<{ id: string; value: string }>(
    `select concat('market.channels.', channel, '.name') as id, name as value
     from market.dim_channel order by channel`,
  )
  const changes = (rows: readonly { id: string; value: unknown }[]) =>
    Object.fromEntries(rows.map(({ id, value }) => [id, value]))
  return assumptions.with(changes(named), 'observed').with(changes(fitted), 'fitted')
}
