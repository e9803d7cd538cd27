import type { Assumptions } from '../assumptions/index.js'
import { type Database, identifier, literal } from '../engine/index.js'
import { InputError } from '../errors.js'

type Cell = number | string | boolean

/** Makes a small temporary table that models join by equality, from rows of the same columns. */
export async function createLookup(
  db: Database,
  name: string,
  rows: readonly object[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map(identifier)
  const values = rows.map(
    (row) =>
      `(${Object.values(row as Record<string, Cell>)
        .map(cell)
        .join(', ')})`,
  )
  await db.exec(
    `create or replace temporary table ${identifier(name)} as
     select * from (values ${values.join(', ')}) as t (${columns.join(', ')})`,
  )
}

function cell(value: Cell): string {
  if (typeof value === 'number') return `${value}::bigint`
  if (typeof value === 'boolean') return String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `date ${literal(value)}` : literal(value)
}

/**
 * The declared collections of finance as rows: order statuses, payment types, commission buckets
 * (0 to 99), subscription plans, and the months for which a sale still counts.
 *
 * @throws InputError when the commission tiers leave a bucket without a tier, or no plan is left
 */
export function declaredLookups(
  assumptions: Assumptions,
): Record<string, readonly Readonly<Record<string, Cell>>[]> {
  return {
    status_rules: assumptions.members('finance.statuses').map((order_status) => ({
      order_status,
      ...fields(assumptions, `finance.statuses.${order_status}`, LINES, 'text'),
      is_ended: assumptions.flag(`finance.statuses.${order_status}.is_ended`),
    })),
    payment_rules: assumptions.members('finance.payment_types').map((payment_type) => ({
      payment_type,
      ...fields(
        assumptions,
        `finance.payment_types.${payment_type}`,
        ['fee_bps', 'fee_cents'],
        'number',
      ),
    })),
    commission_buckets: commissionBuckets(assumptions),
    subscription_plans: subscriptionPlans(assumptions),
    month_offsets: monthOffsets(assumptions),
  }
}

/** What a status implies, and for each line of an order the event on which it stands. */
const LINES = [
  'implies',
  'commission',
  'freight',
  'payment_fee',
  'carrier',
  'operations',
  'sla_penalty',
]

function fields(
  assumptions: Assumptions,
  member: string,
  names: readonly string[],
  type: 'text' | 'number',
): Record<string, Cell> {
  return Object.fromEntries(names.map((name) => [name, assumptions[type](`${member}.${name}`)]))
}

function commissionBuckets(assumptions: Assumptions) {
  const id = 'finance.commission_tiers'
  const tiers = assumptions
    .members(id)
    .map((tier) => ({
      tier,
      below: assumptions.number(`${id}.${tier}.below`),
      commission_bps: assumptions.number(`${id}.${tier}.commission_bps`),
    }))
    .sort((a, b) => a.below - b.below)
  return Array.from({ length: 100 }, (_, bucket) => {
    const tier = tiers.find(({ below }) => bucket < below)
    if (tier) return { bucket, tier: tier.tier, commission_bps: tier.commission_bps }
    throw new InputError(
      `${id}: got cuts up to ${tiers.at(-1)?.below ?? 0}, needed one of 100. Sellers with numbers from ${bucket} to 99 have no tier: raise the last cut to 100.`,
    )
  })
}

function subscriptionPlans(assumptions: Assumptions) {
  const id = 'finance.subscription_plans'
  const plans = assumptions.members(id).map((plan) => ({
    plan,
    above_cents: assumptions.number(`${id}.${plan}.above_cents`),
    price_cents: assumptions.number(`${id}.${plan}.price_cents`),
  }))
  if (plans.some(({ above_cents }) => above_cents === 0)) return plans
  throw new InputError(
    `${id}: got no plan with above_cents 0, needed one for the sellers below every other cut.`,
  )
}

function monthOffsets(assumptions: Assumptions) {
  const longest = Math.max(
    assumptions.number('finance.subscription_trailing_months'),
    assumptions.number('finance.subscription_churn_months'),
  )
  return Array.from({ length: longest }, (_, i) => ({ month_offset: i + 1 }))
}
