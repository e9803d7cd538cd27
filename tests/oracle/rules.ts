import { createHash } from 'node:crypto'
import type { Assumptions } from '../../src/assumptions/index.js'

/** The lines of an order that a status lets stand, or not. */
export const orderLines = [
  'commission',
  'goods_revenue',
  'cost_of_goods',
  'freight',
  'freight_passed_on',
  'payment_fee',
  'anticipation_fee',
  'chargeback',
  'kept_fee',
  'refund_cost',
  'carrier',
  'operations',
  'sla_penalty',
  'commission_tax',
  'freight_tax',
] as const
export type OrderLine = (typeof orderLines)[number]
export type Event = 'approval' | 'hand_over' | 'delivery' | 'end' | 'never'

export interface StatusRule {
  readonly implies: string
  readonly isEnded: boolean
  readonly lines: Readonly<Record<OrderLine, Event>>
}

/** The declared rules of finance. */
export interface Rules {
  rate(name: string): number
  readonly isPrincipal: boolean
  readonly isFreightAgent: boolean
  readonly undelivered: string
  status(status: string): StatusRule
  fee(type: string): { bps: number; cents: number; chargebackBps: number; days: number }
  /** Acquirers pay all instalments ahead. */
  readonly isAnticipated: boolean
  tier(seller: string): { tier: string; bps: number }
  readonly fixedCosts: readonly { name: string; monthCents: number }[]
  readonly plans: readonly { plan: string; aboveCents: number; priceCents: number }[]
}

/** The field of a status that says when a line stands. */
function fieldOf(line: OrderLine): string {
  if (line.includes('goods')) return 'goods'
  if (line === 'anticipation_fee' || line === 'chargeback') return 'payment_fee'
  if (line === 'kept_fee' || line === 'refund_cost') return 'refund'
  return line.replace('_tax', '').replace('_passed_on', '')
}

export function readRules(assumptions: Assumptions): Rules {
  const number = (id: string) => assumptions.number(`finance.${id}`)
  const tiers = assumptions
    .members('finance.commission_tiers')
    .map((tier) => ({
      tier,
      below: number(`commission_tiers.${tier}.below`),
      bps: number(`commission_tiers.${tier}.commission_bps`),
    }))
    .sort((a, b) => a.below - b.below)
  return {
    rate: number,
    isAnticipated: assumptions.text('finance.instalments') === 'anticipated',
    undelivered: assumptions.text('finance.undelivered_rule'),
    isFreightAgent: assumptions.text('finance.freight_role') === 'agent',
    isPrincipal: assumptions.text('finance.goods_role') === 'principal',
    status: (status) => {
      const text = (field: string) => assumptions.text(`finance.statuses.${status}.${field}`)
      const lines = orderLines.map((line) => [line, text(fieldOf(line))])
      return {
        implies: text('implies'),
        isEnded: assumptions.flag(`finance.statuses.${status}.is_ended`),
        lines: Object.fromEntries(lines),
      }
    },
    fee: (type) => ({
      bps: number(`payment_types.${type}.fee_bps`),
      cents: number(`payment_types.${type}.fee_cents`),
      chargebackBps: number(`payment_types.${type}.chargeback_bps`),
      days: number(`payment_types.${type}.settlement_days`),
    }),
    tier: (seller) => {
      const hash = createHash('md5').update(seller).digest('hex')
      return tiers.find(({ below }) => Number.parseInt(hash.slice(0, 8), 16) % 100 < below)!
    },
    fixedCosts: assumptions.members('finance.fixed_costs').map((name) => ({
      name,
      monthCents: number(`fixed_costs.${name}.month_cents`),
    })),
    plans: assumptions.members('finance.subscription_plans').map((plan) => ({
      plan,
      aboveCents: number(`subscription_plans.${plan}.above_cents`),
      priceCents: number(`subscription_plans.${plan}.price_cents`),
    })),
  }
}
