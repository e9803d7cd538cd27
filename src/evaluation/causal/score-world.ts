import type { CausalModel } from '../../decisions/data.js'
import { fitOrders, refit } from '../../decisions/fit/fit.js'
import { sum } from '../../numbers.js'
import { oracleOf, runLiftTest, simulateWorld, type WorldPlan, worldData } from '../worlds/index.js'
import { judge, spentCents } from './judge.js'
import { bridgeModel, iidModel, lastTouchModel, olsModel } from './rivals.js'
import type { Method, WorldScore } from './scores.js'
import { valueOfTests } from './test-values.js'

/** One world to be scored. */
export interface WorldTask {
  readonly seed: number
  readonly plan: WorldPlan
  /** One channel's clicks come eight times as often from people who buy anyway. */
  readonly harvesting: boolean
  /** Repetitions of each channel's test, for the value of tests; 0 for none. */
  readonly repetitions: number
}

const HARVESTING_CLICKS = 8

/** Simulates a world, lets every method speak of it, with and without tests, and holds them to the truth. */
export function scoreWorld({ seed, plan, harvesting, repetitions }: WorldTask): WorldScore {
  const world = simulateWorld(seed, plan, { harvesting: harvesting ? HARVESTING_CLICKS : 1 })
  const oracle = oracleOf(world)
  const fit = fitOrders(worldData(world))
  const liftTests = world.truth.channels.map((_, c) => runLiftTest(world, c))
  const tested = refit(fit, { liftTests })
  const score = (model: CausalModel, method: Method) =>
    judge({ world, oracle, model }, method, false)
  const grades = (of: typeof fit) => of.channels.map(({ grade }) => grade)
  return {
    seed,
    plan,
    harvesting,
    status: fit.trust.status,
    truth: world.caused.map((series) => sum(series)),
    spendCents: spentCents(fit),
    contributionCents: world.truth.contributionCents,
    methods: [
      judge({ world, oracle, model: fit }, 'fit', false, grades(fit)),
      judge({ world, oracle, model: tested }, 'fit', true, grades(tested)),
      score(iidModel(fit), 'iid'),
      score(olsModel(fit), 'ols'),
      score(bridgeModel(fit, world), 'bridge'),
      score(lastTouchModel(fit, world), 'last_touch'),
    ],
    ...(repetitions > 0
      ? valueOfTests(world, oracle, fit, repetitions)
      : { testValues: [], evpi: 0, leftToGain: 0 }),
  }
}
