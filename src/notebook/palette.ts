import type { Notation } from '../format/index.js'

/** One fixed colour per fate that clicks and the money behind them can meet. */
const FATE_COLOURS: Readonly<Record<string, string>> = {
  born: '#0d40d4',
  consumed: '#0f593c',
  acquisition: '#0f593c',
  acquisition_cost: '#0f593c',
  live: '#369acb',
  in_flight: '#888889',
  decayed: '#c4790b',
  expired: '#963877',
  no_response: '#55504a',
}

/** For series that have no colour of their own, in order of appearance. */
const CYCLE = ['#0d40d4', '#c4790b', '#0f593c', '#963877', '#369acb', '#888889', '#7a5b2a']

export const INK = '#1f2328'
export const MUTED_INK = '#59636e'
export const GRID = '#e4e7ea'
export const AXIS_LINE = '#9aa4ae'
export const EMPTY = '#f4f6f8'
export const NEUTRAL = '#3f6d9e'
export const GAIN = '#2b6cb0'
export const LOSS = '#c0491d'
export const TOTAL = '#3d4650'

/** What a column name says without its unit: `decayed_cents` is decayed. */
function bareName(name: string): string {
  return name.replace(/^clicks_/, '').replace(/_(cents|clicks)$/, '')
}

/**
 * The colours of named series: their own where they have one, else the next of the cycle that no
 * other series here wears.
 */
export function seriesColours(names: readonly string[], { channels }: Notation): string[] {
  const ofChannel = new Map(channels.map(({ id, colour }) => [id, colour]))
  const own = names.map((name) => ofChannel.get(name) ?? FATE_COLOURS[bareName(name)])
  const free = CYCLE.filter((colour) => !own.includes(colour))
  const spare = free.length > 0 ? free : CYCLE
  let next = 0
  return own.map((colour) => colour ?? spare[next++ % spare.length]!)
}

/** The channels of the run in their order, then the other names as they came. */
export function inSeriesOrder(names: Iterable<string>, { channels }: Notation): string[] {
  const all = [...new Set(names)]
  const known = channels.map(({ id }) => id).filter((id) => all.includes(id))
  return [...known, ...all.filter((name) => !known.includes(name))]
}
