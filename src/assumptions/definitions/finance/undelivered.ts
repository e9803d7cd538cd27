import type { Spec } from '../../definition.js'

/** What becomes of orders that were paid and are not delivered. */
export const undelivered: readonly Spec[] = [
  {
    id: 'finance.undelivered_rule',
    value: 'none',
    unit: 'choice',
    choices: ['none', 'refund', 'provision'],
    why: 'What is done about an order that was paid and not delivered in undelivered_days. None: its money stays with what is held for sellers, and the statement says how old it is. Refund: the buyer is paid back, at the cost of a refund. Provision: the money is owed to the buyer, and the cost of the refund is provided for. Either is taken back when the order is delivered after all; what the carrier and the acquirer took stays.',
    source:
      'Declared by the business; a refund liability after IFRS 15.55, a provision after IAS 37.14',
  },
  {
    id: 'finance.undelivered_days',
    value: 90,
    unit: 'days',
    min: 0,
    max: 1_000,
    why: 'Days from the approval of the payment after which an order that is not delivered falls under undelivered_rule.',
    source: 'Olist: of 1,699 orders not delivered 90 days after the payment, 1,622 never came',
  },
]
