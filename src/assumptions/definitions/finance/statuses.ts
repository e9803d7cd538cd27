import type { Collection } from '../../definition.js'
import type { Spec } from './spec.js'

const EVENTS = ['approval', 'hand_over', 'delivery', 'never'] as const
const EVENT_WORDS = 'when this line of an order in this status stands, and on which event'

const statusField = (field: string, why: string): Spec => ({
  id: `finance.statuses.*.${field}`,
  value: 'never',
  unit: 'choice',
  choices: EVENTS,
  why: `${why}: ${EVENT_WORDS}.`,
  source: 'Revenue when the service is done (IFRS 15), cost when it arises',
})

/** What an order of a status earns and costs, and when. */
export const statusFields: readonly Spec[] = [
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

const paid = { implies: 'approval', payment_fee: 'approval' }
const sent = { ...paid, implies: 'hand_over', carrier: 'hand_over', operations: 'hand_over' }
const ended = { carrier: 'hand_over', operations: 'hand_over', is_ended: true }

/** The order statuses of Olist. */
export const statusCollection: Collection = {
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
}
