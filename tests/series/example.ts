import { normal, poisson } from '../../src/random/distributions.js'
import { KeyedStream } from '../../src/random/stream.js'
import { dateOf, dayOf } from '../../src/time/calendar.js'

const WEEKS = 156
const FIRST = dayOf('2022-01-03')
const LEVEL = 900
const LAUNCH = 80

/** What each channel of the example truly is: mean spend, decay a week, half-saturation, most orders a week. */
const CHANNELS = [
  { id: 'tv', spend: 9000, decay: 0.6, half: 14_000, most: 600 },
  { id: 'search', spend: 5000, decay: 0.1, half: 6000, most: 450 },
  { id: 'social', spend: 3000, decay: 0.3, half: 5000, most: 60 },
] as const

export interface ExampleSeries {
  /** As the file of the how-to holds it. */
  readonly csv: string
  /** Orders that each channel caused. */
  readonly caused: Readonly<Record<string, number>>
}

/** A weekly series of known truth: three channels with budgets of their own, a launch, prices, unseen demand. */
export function exampleSeries(): ExampleSeries {
  const luck = (purpose: string) => new KeyedStream({ seed: 7, channel: 'example', purpose })
  const [budgets, demand, prices, counts] = ['budget', 'demand', 'price', 'orders'].map(luck)
  const exposure = CHANNELS.map(() => 0)
  const caused: Record<string, number> = {}
  let unseen = 0
  const lines = Array.from({ length: WEEKS }, (_, t) => {
    unseen = 0.8 * unseen + 0.03 * normal(demand!.at(t))
    const price = 20 + Math.round(100 * 0.8 * normal(prices!.at(t))) / 100
    const launch = t === LAUNCH || t === LAUNCH + 1 ? 1 : 0
    const season = 0.12 * Math.sin((2 * Math.PI * t) / 52.18) + 0.002 * (t - WEEKS / 2)
    let mean = LEVEL * Math.exp(season + unseen + 0.4 * launch - 0.03 * (price - 20))
    const spend = CHANNELS.map(({ id, spend, decay, half, most }, c) => {
      const amount = Math.round(
        spend * Math.exp(0.6 * normal(budgets!.at(Math.floor(t / 3) * 3 + c * 1000))),
      )
      exposure[c] = decay * exposure[c]! + (1 - decay) * amount
      const orders = (most * exposure[c]!) / (exposure[c]! + half)
      caused[id] = (caused[id] ?? 0) + orders
      mean += orders
      return amount
    })
    return [
      dateOf(FIRST + 7 * t),
      poisson(counts!.at(t), mean),
      ...spend,
      price.toFixed(2),
      launch,
    ].join(',')
  })
  const head = [
    'week',
    'orders',
    ...CHANNELS.map(({ id }) => `${id}_spend`),
    'price',
    'event_launch',
  ]
  return { csv: `${[head.join(','), ...lines].join('\n')}\n`, caused }
}
