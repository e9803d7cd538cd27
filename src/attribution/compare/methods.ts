import { MILLION } from '../../response/index.js'

/** What the orders of one day can look back on: clicks by channel and age, whoever used them since. */
export interface LookBack {
  /** Clicks born `age` days ago, at [channel][age]; each channel as far back as its window. */
  readonly clicks: readonly ArrayLike<number>[]
}

/** How a method weighs the clicks that a day's orders can look back on. */
export interface Method {
  readonly id: string
  readonly name: string
  /** What it does, in a sentence. */
  readonly definition: string
  readonly source: string
  /** Credit in proportion to these weights, laid out as the clicks; all zero: direct. */
  weigh(view: LookBack): Float64Array[]
  /** The most orders a day that it credits, given the weights. Default: all. */
  readonly limit?: (totalWeight: number) => number
}

const TIME_DECAY_HALF_LIFE_DAYS = 7
const POSITION_END_SHARE = 0.4
const POOL_WEIGHTS = [MILLION, 500_000, 333_333]

/**
 * The methods that need no more than clicks by channel and day. Nobody knows who clicked, so every
 * order of a day looks back on the same clicks, and a "touch" is a day with clicks. None of them
 * takes a click away once it is credited.
 */
export const commonMethods: readonly Method[] = [
  {
    id: 'same_day',
    name: 'Same day',
    definition: 'Credit by the clicks of the day itself; a day without clicks is direct.',
    source: 'The usual join of orders to spend on the date',
    weigh: (view) => weighed(view, (_, age) => (age === 0 ? 1 : 0)),
  },
  {
    id: 'last_touch',
    name: 'Last touch',
    definition: 'All credit to the most recent day in the window on which anyone clicked.',
    source: 'Last-click, the long-standing default of web analytics',
    weigh(view) {
      const last = Math.min(...agesWithClicks(view))
      return weighed(view, (_, age) => (age === last ? 1 : 0))
    },
  },
  {
    id: 'linear',
    name: 'Linear',
    definition: 'Every click in the window counts the same.',
    source: 'Google Analytics multi-channel funnels: linear',
    weigh: (view) => weighed(view, () => 1),
  },
  {
    id: 'time_decay',
    name: 'Time decay',
    definition: 'A click counts half as much for every seven days of age.',
    source: 'Google Analytics multi-channel funnels: time decay, half-life 7 days',
    weigh: (view) => weighed(view, (_, age) => 2 ** (-age / TIME_DECAY_HALF_LIFE_DAYS)),
  },
  {
    id: 'position_based',
    name: 'Position based',
    definition:
      '40% to the first day with clicks in the window, 40% to the last, 20% to those between.',
    source: 'Google Analytics multi-channel funnels: position based',
    weigh: positionBased,
  },
  {
    id: 'rebuilt_pool',
    name: 'Rebuilt pool',
    definition:
      'Clicks of three days weighing 1, 1/2, 1/3 in a pool that is rebuilt every day: a click counts 1.83 times.',
    source: 'The weights of Mazur (1987); one click an order, so that orders are the same',
    weigh: (view) => weighed(view, (_, age) => (POOL_WEIGHTS[age] ?? 0) / MILLION),
    limit: Math.floor,
  },
]

function weighed(
  { clicks }: LookBack,
  weight: (channel: number, age: number) => number,
): Float64Array[] {
  return clicks.map((ofChannel, c) => {
    const weights = new Float64Array(ofChannel.length)
    for (let age = 0; age < weights.length; age++) weights[age] = ofChannel[age]! * weight(c, age)
    return weights
  })
}

/** Ages at which any channel has clicks, youngest first. */
function agesWithClicks({ clicks }: LookBack): number[] {
  const longest = Math.max(0, ...clicks.map((ofChannel) => ofChannel.length))
  return Array.from({ length: longest }, (_, age) => age).filter((age) =>
    clicks.some((ofChannel) => (ofChannel[age] ?? 0) > 0),
  )
}

function positionBased(view: LookBack): Float64Array[] {
  const ages = agesWithClicks(view)
  const last = ages[0]
  const first = ages.at(-1)
  const sumOf = (chosen: (age: number) => boolean) =>
    view.clicks.reduce((sum, ofChannel) => sum + sumWhere(ofChannel, chosen), 0)
  const isEnd = (age: number) => age === first || age === last
  const between = sumOf((age) => !isEnd(age))
  const endShare = between > 0 ? POSITION_END_SHARE : 0.5
  const betweenShare = 1 - 2 * POSITION_END_SHARE
  const firstClicks = sumOf((age) => age === first)
  const lastClicks = sumOf((age) => age === last)
  return weighed(view, (_, age) => {
    if (!isEnd(age)) return between > 0 ? betweenShare / between : 0
    const asFirst = age === first ? endShare / firstClicks : 0
    return asFirst + (age === last ? endShare / lastClicks : 0)
  })
}

function sumWhere(values: ArrayLike<number>, chosen: (index: number) => boolean): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) if (chosen(i)) sum += values[i]!
  return sum
}
