import { sum } from '../../numbers.js'
import {
  combine,
  effectCentres,
  type Linearised,
  linearise,
  moved,
  newtonStep,
} from './baseline.js'
import { type Chance, fitChance, type Scale, usualChance } from './chance.js'
import { type Design, precisions } from './design.js'
import { type ChainState, gibbsSampler, type Moments, startChains } from './gibbs.js'
import { type CollapsedDays, collapseDays } from './moments.js'
import type { ChannelPrior } from './prior.js'
import type { ChannelGrid } from './response.js'
import { indexOfMost } from './summary.js'

/** What the series of orders says, whatever the prior and the lift tests are. */
export interface SeriesFit {
  readonly moments: Moments
  readonly chance: Chance
  readonly baseline: Linearised
  /** Effects that the baseline is linearised at. */
  readonly effects: Float64Array
  /** Prior centres of the effects. */
  readonly centres: Float64Array
  readonly scale: Scale
  /** Where the sampler begins: b and grid point by channel. */
  readonly start: ChannelsState
}

interface ChannelsState {
  readonly incremental: Float64Array
  readonly gridPoint: Int32Array
}

interface SeriesInput {
  readonly orders: Float64Array
  readonly isCount: boolean
  readonly design: Design
  readonly ids: readonly string[]
  readonly grids: readonly ChannelGrid[]
  /** A wide prior of b, for the rounds only. */
  readonly prior: ChannelPrior
  readonly seed: number
  /** Told before each round the share of the rounds that is done. */
  readonly onRound: (done: number) => void
}

const ROUNDS = 3
const EVALUATIONS = { first: 80, later: 28 }
const FIRST_STEPS = 4
const SHARE_AT_START = 0.2
const SWEEPS = 40
const BURN = 20
const CHAINS = 8

/**
 * The baseline, unseen demand and chance, in three rounds of linearising, searching and collapsing;
 * a short run of the sampler between them says where media stand.
 */
export function fitSeries(input: SeriesInput): SeriesFit {
  const { orders, design, grids } = input
  const meanOrders = sum(orders) / orders.length
  const centres = effectCentres(design, meanOrders)
  const evenly = (SHARE_AT_START * meanOrders) / grids.length
  let state: ChannelsState = {
    incremental: new Float64Array(grids.length).fill(evenly),
    gridPoint: Int32Array.from(grids, ({ logPrior }) => indexOfMost(logPrior)),
  }
  let effects = centres
  let chance: Chance = input.isCount ? usualChance : { ...usualChance, phi: 0 }
  for (let round = 0; ; round++) {
    input.onRound(round / ROUNDS)
    const tops = grids.map(({ columns }, c) => columns[state.gridPoint[c]!]!)
    const media = combine(tops, state.incremental)
    const at = () => linearise(design, effects, orders, meanOrders)
    const scaleOf = ({ level }: Linearised): Scale => ({
      level,
      mean: level.map((g, t) => g + media[t]!),
    })
    for (let step = 0; step < (round === 0 ? FIRST_STEPS : 1); step++) {
      const line = at()
      effects = newtonStep(line, design, centres, media, scaleOf(line))
    }
    const baseline = at()
    const scale = scaleOf(baseline)
    const model = { ...baseline, precision: precisions(design), centre: centres }
    chance = fitChance(
      withMedia(model, tops, input.prior),
      scale,
      chance,
      round === 0 ? EVALUATIONS.first : EVALUATIONS.later,
    )
    const days = collapseDays(
      model,
      grids.map(({ columns }) => columns),
      scale,
      chance,
    )
    if (round === ROUNDS - 1) {
      return { moments: days.moments, chance, baseline, effects, centres, scale, start: state }
    }
    state = settle(input, days, state, round)
    effects = effectsUnder(effects, days, state)
  }
}

function withMedia(
  model: Linearised & { precision: Float64Array; centre: Float64Array },
  tops: readonly Float64Array[],
  { centre, sd }: ChannelPrior,
) {
  return {
    response: model.response,
    columns: [...model.columns, ...tops],
    precision: Float64Array.of(...model.precision, ...tops.map(() => 1 / (sd * sd))),
    centre: Float64Array.of(...model.centre, ...tops.map(() => centre)),
  }
}

/** Mean b and most frequent grid point of a short run. */
function settle(
  { ids, grids, prior, seed }: SeriesInput,
  { moments }: CollapsedDays,
  from: ChannelsState,
  round: number,
): ChannelsState {
  const state: ChainState = startChains(CHAINS, from.incremental, from.gridPoint)
  const channels = grids.map(({ logPrior }, c) => ({ id: ids[c]!, prior, logPrior }))
  const luck = { seed, purpose: `decisions.round_${round}` }
  const sweep = gibbsSampler(moments, channels, state, luck)
  const incremental = new Float64Array(grids.length)
  const visits = grids.map(({ logPrior }) => new Float64Array(logPrior.length))
  for (let i = 0; i < SWEEPS; i++) {
    sweep()
    if (i < BURN) continue
    state.incremental.forEach((b, at) => {
      const c = at % grids.length
      incremental[c]! += b / (CHAINS * (SWEEPS - BURN))
      visits[c]![state.gridPoint[at]!]!++
    })
  }
  return { incremental, gridPoint: Int32Array.from(visits, indexOfMost) }
}

/** Effects given the media of a short run. */
function effectsUnder(
  effects: Float64Array,
  days: CollapsedDays,
  state: ChannelsState,
): Float64Array {
  const { offsets } = days.moments
  const caused = Array.from(
    state.incremental,
    (b, c) => [offsets[c]! + state.gridPoint[c]!, b] as const,
  )
  return moved(effects, days.effectsGiven(caused))
}
