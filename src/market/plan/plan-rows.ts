import { InputError } from '../../errors.js'
import type { SpendPlanTable } from '../../stage.js'
import { readDay } from './observed-spend.js'
import type { SpendRow } from './place-spend.js'

/** Where a value stands in a plan: rows count from 1. */
export function planPlace(row: number, column: string): string {
  return `plan, row ${row + 1}, column ${column === 'spend' ? 'spend_cents' : column}`
}

/**
 * The rows of a plan's table.
 *
 * @throws InputError naming the row and what is wrong with it
 */
export function rowsOf(plan: SpendPlanTable | { objects(): object[] }): SpendRow[] {
  const rows =
    'objects' in plan
      ? (plan.objects() as { channel: string; date: string; spend_cents: number }[])
      : plan.channel.map((channel, i) => ({
          channel,
          date: plan.date[i] ?? '',
          spend_cents: plan.spend_cents[i] ?? NaN,
        }))
  return rows.map(({ channel, date, spend_cents }, i) => {
    if (!(Number.isSafeInteger(spend_cents) && spend_cents >= 0)) {
      throw new InputError(
        `${planPlace(i, 'spend')}: got ${spend_cents}, allowed whole minor units of the currency >= 0. 12.50 is 1250 where it has two decimals.`,
      )
    }
    return { channel, day: readDay(date, () => planPlace(i, 'date')), spendCents: spend_cents }
  })
}
