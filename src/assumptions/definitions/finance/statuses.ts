import { statusRules } from '../../../schema/finance/profit-lines.js'
import type { Collection, Spec } from '../../definition.js'

const EVENTS = ['approval', 'hand_over', 'delivery', 'never'] as const
const ENDS = ['end', 'never'] as const
const EVENT_WORDS = 'when this line of an order in this status stands, and on which event'

/** What an order of a status earns and costs, and when. */
export const statusFields: readonly Spec[] = [
  ...statusRules.map(
    ({ field, on, why }): Spec => ({
      id: `finance.statuses.*.${field}`,
      value: 'never',
      unit: 'choice',
      choices: on === 'end' ? ENDS : EVENTS,
      why: `${why}: ${EVENT_WORDS}.`,
      source: 'Revenue when the service is done (IFRS 15), cost when it arises',
    }),
  ),
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

const status = (name: string, own: Collection['members'][string]) => [
  name,
  {
    ...own,
    ...Object.fromEntries(
      statusRules
        .filter(({ statuses }) => statuses.includes(name))
        .map(({ field, on }) => [field, on]),
    ),
  },
]

/** The order statuses of Olist. */
export const statusCollection: Collection = {
  id: 'finance.statuses',
  members: Object.fromEntries([
    status('delivered', { implies: 'delivery' }),
    status('shipped', { implies: 'hand_over' }),
    status('invoiced', { implies: 'approval' }),
    status('processing', { implies: 'approval' }),
    status('approved', { implies: 'approval' }),
    status('created', {}),
    status('canceled', { is_ended: true }),
    status('unavailable', { is_ended: true }),
  ]),
}
