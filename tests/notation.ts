import { Assumptions } from '../src/assumptions/index.js'
import { createNotation, type Notation, type ShownChannel } from '../src/format/index.js'

const assumptions = Assumptions.defaults()

/** The channels of the defaults, as figures show them. */
export const channels = assumptions.members('market.channels').map((id): ShownChannel => {
  const text = (field: string) => assumptions.text(`market.channels.${id}.${field}`)
  const kind = assumptions.flag(`market.channels.${id}.is_paid`) ? 'paid' : 'unpaid'
  return { id, name: text('name'), colour: text('colour'), kind }
})

/** How the bundled sample is written. */
export const notation: Notation = createNotation({ currency: 'BRL', locale: 'en', channels })
