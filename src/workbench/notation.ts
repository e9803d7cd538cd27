import type { Assumptions } from '../assumptions/index.js'
import { createNotation, type Notation, type ShownChannel } from '../format/index.js'

const CHANNELS = 'market.channels'

/** How a run with these assumptions writes money, numbers and channels. */
export function notationOf(assumptions: Assumptions): Notation {
  const channels = assumptions.members(CHANNELS).map((id): ShownChannel => {
    const text = (field: string) => assumptions.text(`${CHANNELS}.${id}.${field}`)
    const kind = assumptions.flag(`${CHANNELS}.${id}.is_paid`) ? 'paid' : 'unpaid'
    return { id, name: text('name'), colour: text('colour'), kind }
  })
  return createNotation({
    currency: assumptions.text('place.currency'),
    locale: assumptions.text('place.locale'),
    channels,
  })
}
