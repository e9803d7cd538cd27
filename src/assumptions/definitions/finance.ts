import type { Collection, Declarations, Definition } from '../definition.js'

const EVENTS = ['approval', 'hand_over', 'delivery', 'never'] as const
const CLASSIC = 'The classic five-channel model'

type Spec = Omit<Definition, 'stage'>

const general: readonly Spec[] = [
  {
    id: 'finance.carrier_cost_bps',
    value: 11_000,
    unit: 'bps',
    min: 0,
    max: 50_000,
    why: 'What the carrier costs, as a share of the freight billed to the buyer: free-freight campaigns and returns make freight a line that loses money.',
    source: `${CLASSIC}: 110% of freight`,
  },
  {
    id: 'finance.operations_item_cents',
    value: 150,
    unit: 'cents',
    min: 0,
    max: 100_000,
    why: 'Handling, support and systems of one item.',
    source: `${CLASSIC}: R$ 1.50 an item`,
  },
  {
    id: 'finance.operations_order_cents',
    value: 0,
    unit: 'cents',
    min: 0,
    max: 100_000,
    why: 'Handling of one order whatever its items; the default has it all in the item.',
    source: `${CLASSIC}: the harder markets split operations into a base and an item part`,
  },
  {
    id: 'finance.weekend_operations_bps',
    value: 10_000,
    unit: 'bps',
    min: 0,
    max: 50_000,
    why: 'Operations of orders placed on a weekend, relative to a weekday: 10,000 costs the same.',
    source: `${CLASSIC}: weekend factor of the harder markets`,
  },
  {
    id: 'finance.sla_penalty_bps',
    value: 5_000,
    unit: 'bps',
    min: 0,
    max: 20_000,
    why: 'Share of the freight given back to the buyer of a late order.',
    source: `${CLASSIC}: 50% of freight`,
  },
  {
    id: 'finance.sla_grace_days',
    value: 2,
    unit: 'days',
    min: 0,
    max: 60,
    why: 'Days after the estimate that are still no breach.',
    source: `${CLASSIC}: over 2 days after the estimate`,
  },
  {
    id: 'finance.refund_delay_days',
    value: 7,
    unit: 'days',
    min: 0,
    max: 120,
    why: 'The data does not date a cancellation: it is taken to come this long after the last thing known of the order.',
    source: 'Seven days of the right of withdrawal, Brazilian Consumer Code art. 49',
  },
  {
    id: 'finance.payout_delay_days',
    value: 14,
    unit: 'days',
    min: 0,
    max: 120,
    why: 'Sellers are paid this long after delivery, once the right of withdrawal has run out.',
    source: 'Reasoned: twice the seven days of withdrawal, the usual fortnightly payout',
  },
  {
    id: 'finance.subscription_trailing_months',
    value: 3,
    unit: 'months',
    min: 1,
    max: 24,
    why: 'Whole months before the billing day whose mean GMV picks the plan: past sales only.',
    source: `${CLASSIC}: 3-month mean GMV`,
  },
  {
    id: 'finance.subscription_churn_months',
    value: 3,
    unit: 'months',
    min: 1,
    max: 24,
    why: 'A seller without a sale in this many whole months has churned; silent for fewer, it is still billed.',
    source: 'Reasoned: of the Olist sellers who sold again, 3.6% did so after a silence this long',
  },
]

const EVENT_WORDS = 'when this line of an order in this status stands, and on which event'

const statusField = (field: string, why: string): Spec => ({
  id: `finance.statuses.*.${field}`,
  value: 'never',
  unit: 'choice',
  choices: EVENTS,
  why: `${why}: ${EVENT_WORDS}.`,
  source: 'Revenue when the service is done (IFRS 15), cost when it arises',
})

const statusFields: readonly Spec[] = [
  statusField('commission', 'Commission is earned on delivery'),
  statusField('freight', 'Freight billed is earned on delivery'),
  statusField('payment_fee', 'The acquirer takes its fee when the payment is approved'),
  statusField('carrier', 'The carrier is owed from the hand-over'),
  statusField('operations', 'Handling is done by the hand-over'),
  statusField('sla_penalty', 'A late delivery is known on delivery'),
  {
    id: 'finance.statuses.*.implies',
    value: 'purchase',
    unit: 'choice',
    choices: ['purchase', 'approval', 'hand_over', 'delivery'],
    why: 'The last event that must have happened for an order to be in this status, where the data lost its time.',
    source: 'Olist order statuses',
  },
  {
    id: 'finance.statuses.*.is_ended',
    value: false,
    unit: 'flag',
    why: 'The order came to nothing: the buyer is refunded, and lines that do not stand are reversed.',
    source: 'Olist order statuses',
  },
]

const memberFields: readonly Spec[] = [
  {
    id: 'finance.payment_types.*.fee_bps',
    value: 0,
    unit: 'bps',
    min: 0,
    max: 10_000,
    why: 'Share of the payment that the acquirer keeps.',
    source: 'Mean merchant discount rates in Brazil of 2017 and 2018, rounded',
  },
  {
    id: 'finance.payment_types.*.fee_cents',
    value: 0,
    unit: 'cents',
    min: 0,
    max: 100_000,
    why: 'Fixed fee of one payment, as banks charge for a boleto.',
    source: 'Reasoned: price lists of boleto for large billers, R$ 1.50 to R$ 3.50',
  },
  {
    id: 'finance.commission_tiers.*.below',
    value: 100,
    unit: 'count',
    min: 1,
    max: 100,
    why: 'A seller whose number (first 8 hex digits of md5(seller_id), modulo 100) is below this cut, and not below a smaller one, is in the tier.',
    source: 'Causeway: cuts at 20, 80 and 100 make 20%, 60% and 20% of sellers',
  },
  {
    id: 'finance.commission_tiers.*.commission_bps',
    value: 1_500,
    unit: 'bps',
    min: 0,
    max: 10_000,
    why: 'Commission of the tier on the price of a delivered item.',
    source: `${CLASSIC}: 10%, 15% and 20%`,
  },
  {
    id: 'finance.subscription_plans.*.above_cents',
    value: 0,
    unit: 'cents',
    min: 0,
    max: 100_000_000_000,
    why: 'Mean monthly GMV above which a seller is on the plan; 0 is the plan of everyone else.',
    source: `${CLASSIC}: over R$ 10,000 and over R$ 2,000`,
  },
  {
    id: 'finance.subscription_plans.*.price_cents',
    value: 4_990,
    unit: 'cents',
    min: 0,
    max: 100_000_000,
    why: 'Price of the plan a month, billed on the 1st.',
    source: `${CLASSIC}: R$ 999.90, R$ 199.90 and R$ 49.90`,
  },
]

const paid = { implies: 'approval', payment_fee: 'approval' }
const sent = { ...paid, implies: 'hand_over', carrier: 'hand_over', operations: 'hand_over' }
const ended = { carrier: 'hand_over', operations: 'hand_over', is_ended: true }

const collections: readonly Collection[] = [
  {
    id: 'finance.statuses',
    members: {
      delivered: {
        ...sent,
        implies: 'delivery',
        commission: 'delivery',
        freight: 'delivery',
        sla_penalty: 'delivery',
      },
      shipped: sent,
      invoiced: paid,
      processing: paid,
      approved: paid,
      created: {},
      canceled: ended,
      unavailable: ended,
    },
  },
  {
    id: 'finance.payment_types',
    members: {
      credit_card: { fee_bps: 240 },
      debit_card: { fee_bps: 140 },
      boleto: { fee_cents: 200 },
      voucher: {},
      not_defined: {},
    },
  },
  {
    id: 'finance.commission_tiers',
    members: {
      low: { below: 20, commission_bps: 1_000 },
      standard: { below: 80, commission_bps: 1_500 },
      high: { below: 100, commission_bps: 2_000 },
    },
  },
  {
    id: 'finance.subscription_plans',
    members: {
      starter: { above_cents: 0, price_cents: 4_990 },
      growth: { above_cents: 200_000, price_cents: 19_990 },
      scale: { above_cents: 1_000_000, price_cents: 99_990 },
    },
  },
]

export const financeDeclarations: Declarations = {
  definitions: [...general, ...statusFields, ...memberFields].map((spec) => ({
    ...spec,
    stage: 'finance',
  })),
  collections,
}
