import type { Declared } from '../declared.js'

const MILLION = 1_000_000

/** How something of a channel falls with age, in millionths, ages 0 to the window's end. */
export function fading(declared: Declared, channel: string, what: 'decay' | 'recency'): number[] {
  const id = (field: string) => `attribution.channels.${channel}.${field}`
  const window = declared.number(id('window_days'))
  const half = declared.number(id(`${what}_half_life_days`))
  const listed = declared.list(id(`${what}_list`))
  const shares: Readonly<Record<string, (age: number) => number>> = {
    half_life: (age) => 0.5 ** (age / half),
    hyperbolic: (age) => half / (half + age),
    linear: (age) => (window - age) / window,
    listed: (age) => listed[age]! / MILLION,
  }
  const share = shares[declared.text(id(`${what}_curve`))]
  return Array.from({ length: window }, (_, age) =>
    Math.round(MILLION * (share?.(age) ?? Number.NaN)),
  )
}
