import type { Assumptions } from '../assumptions/index.js'
import type { Engine, TableKind } from '../engine/index.js'
import { InputError } from '../errors.js'
import type { ColumnType } from '../schema/column.js'
import { balanceAccounts } from '../schema/finance/accounts.js'
import { orderLines, type StatusRule } from '../schema/finance/profit-lines.js'
import { dayOf } from '../time/calendar.js'

const PAYMENT_RATES = ['fee_bps', 'fee_cents', 'chargeback_bps', 'settlement_days'] as const

type Cell = number | string | boolean

/**
 * Makes a small table that models join by equality, from rows of the same columns: numbers are BIGINT,
 * texts of the form YYYY-MM-DD days.
 *
 * @param kind `temporary`: for this stage alone; `published`: one of its tables
 */
export async function createLookup(
  engine: Engine,
  name: string,
  rows: readonly object[],
  kind: TableKind = 'temporary',
): Promise<void> {
  const [first] = rows as readonly Readonly<Record<string, Cell>>[]
  const types = Object.entries(first ?? {}).map(
    ([column, value]) => [column, typeOf(value)] as const,
  )
  const columns = types.map(([column, type]) => [column, { type }])
  const values = types.map(([column, type]) => [
    column,
    rows.map((row) => {
      const value = (row as Readonly<Record<string, Cell>>)[column]!
      return type === 'DATE' ? dayOf(value as string) : value
    }),
  ])
  const schema = { columns: Object.fromEntries(columns) }
  await engine.putTable(name, schema, Object.fromEntries(values), kind)
}

function typeOf(value: Cell): ColumnType {
  if (typeof value === 'number') return 'BIGINT'
  if (typeof value === 'boolean') return 'BOOLEAN'
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'DATE' : 'VARCHAR'
}

/**
 * The declared collections of finance as rows: order statuses and what they let stand, payment types,
 * the terms by which what is owed is paid, commission buckets (0 to 99), subscription plans, fixed costs, and the months for which a sale still counts.
 *
 * @throws InputError when the commission tiers leave a bucket without a tier, or no plan is left
 */
export function declaredLookups(
  assumptions: Assumptions,
): Record<string, readonly Readonly<Record<string, Cell>>[]> {
  return {
    status_rules: assumptions.members('finance.statuses').map((order_status) => ({
      order_status,
      implies: assumptions.text(`finance.statuses.${order_status}.implies`),
      is_ended: assumptions.flag(`finance.statuses.${order_status}.is_ended`),
    })),
    line_rules: lineRules(assumptions),
    payment_rules: assumptions.members('finance.payment_types').map((payment_type) => ({
      payment_type,
      ...numbersOf(assumptions, `finance.payment_types.${payment_type}`, PAYMENT_RATES),
    })),
    refund_postings: refundPostings(assumptions),
    payment_terms: paymentTerms(assumptions),
    commission_buckets: commissionBuckets(assumptions),
    subscription_plans: subscriptionPlans(assumptions),
    fixed_costs: fixedCosts(assumptions),
    month_offsets: monthOffsets(assumptions),
  }
}

/** Numbers of one member of a collection, by field. */
function numbersOf<Field extends string>(
  assumptions: Assumptions,
  member: string,
  fields: readonly Field[],
) {
  const values = fields.map((field) => [field, assumptions.number(`${member}.${field}`)])
  return Object.fromEntries(values) as Record<Field, number>
}

/**
 * For every status and every line of orders: the event on which it stands, and for an order that came
 * to nothing the event on which it was booked until then, as for any order on its way to delivery.
 */
function lineRules(assumptions: Assumptions) {
  const statuses = assumptions.members('finance.statuses')
  return statuses.flatMap((order_status) => {
    const isEnded = assumptions.flag(`finance.statuses.${order_status}.is_ended`)
    const like = isEnded && statuses.includes('delivered') ? 'delivered' : order_status
    return orderLines.map(({ id, status }) => ({
      order_status,
      line: id,
      stands_on: eventOf(assumptions, order_status, status),
      booked_on: eventOf(assumptions, like, status),
      only_late: status?.onlyLate ?? false,
    }))
  })
}

function eventOf(assumptions: Assumptions, orderStatus: string, rule?: StatusRule): string {
  return rule ? assumptions.text(`finance.statuses.${orderStatus}.${rule.field}`) : 'purchase'
}

/** What is posted of an order that is overdue: its money is owed to the buyer, and paid back or not. */
function refundPostings(assumptions: Assumptions) {
  const isPaid = assumptions.text('finance.undelivered_rule') === 'refund'
  return [{ posting: 'refund_owed' }, ...(isPaid ? [{ posting: 'buyer_refunded' }] : [])]
}

function paymentTerms(assumptions: Assumptions) {
  return balanceAccounts.flatMap(({ id, payment }) =>
    payment
      ? [
          {
            account: id,
            posting: payment.event,
            days: assumptions.number(`finance.${payment.terms}`),
          },
        ]
      : [],
  )
}

function commissionBuckets(assumptions: Assumptions) {
  const id = 'finance.commission_tiers'
  const tiers = assumptions
    .members(id)
    .map((tier) => ({
      tier,
      ...numbersOf(assumptions, `${id}.${tier}`, ['below', 'commission_bps']),
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
    ...numbersOf(assumptions, `${id}.${plan}`, ['above_cents', 'price_cents']),
  }))
  if (plans.some(({ above_cents }) => above_cents === 0)) return plans
  throw new InputError(
    `${id}: got no plan with above_cents 0, needed one for the sellers below every other cut.`,
  )
}

/** A business that declares none has one of nothing: a table has rows. */
function fixedCosts(assumptions: Assumptions) {
  const id = 'finance.fixed_costs'
  const declared = assumptions.members(id).map((name) => ({
    name,
    month_cents: assumptions.number(`${id}.${name}.month_cents`),
    wins_sellers: assumptions.flag(`${id}.${name}.wins_sellers`),
  }))
  return declared.length > 0 ? declared : [{ name: 'none', month_cents: 0, wins_sellers: false }]
}

function monthOffsets(assumptions: Assumptions) {
  const longest = Math.max(
    assumptions.number('finance.subscription_trailing_months'),
    assumptions.number('finance.subscription_churn_months'),
  )
  return Array.from({ length: longest }, (_, i) => ({ month_offset: i + 1 }))
}
