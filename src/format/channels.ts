/** What kind of supply a channel is: bought, coming by itself, or no channel at all. */
export type ChannelKind = 'paid' | 'unpaid' | 'direct'

/** A channel as tables, figures and sentences show it. */
export interface ShownChannel {
  readonly id: string
  readonly name: string
  readonly kind: ChannelKind
  /** `#rrggbb`. */
  readonly colour: string
}

/** Orders that came by no channel. */
const DIRECT: ShownChannel = { id: 'direct', name: 'Direct', kind: 'direct', colour: '#888889' }

/** Told apart with every common kind of colour vision, and from white. */
const PALETTE = [
  '#0d40d4',
  '#c4790b',
  '#963877',
  '#0f593c',
  '#369acb',
  '#7a5b2a',
  '#d1483f',
  '#5b3fa8',
  '#6f8a1a',
  '#0b8f8c',
  '#b05cc6',
  '#3d4650',
]

/**
 * The channels of a run, each with a colour of its own, and `direct` behind them. A colour that is
 * not declared follows from the channel's id, so it does not depend on which rows or figures hold
 * the channel; two channels share one only when there are more of them than colours.
 *
 * @param channels in the order in which figures show them; an empty colour is assigned
 */
export function shownChannels(channels: readonly ShownChannel[]): ShownChannel[] {
  const taken = new Set(channels.map(({ colour }) => colour).filter((colour) => colour !== ''))
  const assigned = new Map<string, string>()
  const waiting = channels.filter(({ colour }) => colour === '').map(({ id }) => id)
  for (const id of waiting.sort()) {
    const colour = freeColour(id, taken)
    taken.add(colour)
    assigned.set(id, colour)
  }
  const shown = channels.map((one) => ({ ...one, colour: one.colour || assigned.get(one.id)! }))
  return [...shown.filter(({ id }) => id !== DIRECT.id), DIRECT]
}

/** The first free colour from the one that an id points to. */
function freeColour(id: string, taken: ReadonlySet<string>): string {
  const start = hash(id) % PALETTE.length
  const turned = [...PALETTE.slice(start), ...PALETTE.slice(0, start)]
  return turned.find((colour) => !taken.has(colour)) ?? turned[0]!
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0
  return value
}
