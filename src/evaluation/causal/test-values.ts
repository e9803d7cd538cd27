import { refit } from '../../decisions/fit/fit.js'
import type { Fit } from '../../decisions/fit/fitted.js'
import { prepareResponses } from '../../decisions/plans/responses.js'
import { rankExperiments } from '../../decisions/sure/experiment.js'
import { sum } from '../../numbers.js'
import { type Oracle, runLiftTest, TEST_DAYS, type World } from '../worlds/index.js'
import { bestMultiples, boundsFor, orderValueOf, spentCents } from './judge.js'
import type { TestValue, WorldScore } from './scores.js'

type TestValues = Pick<WorldScore, 'testValues' | 'evpi' | 'leftToGain'>

/**
 * What one six-week test of each channel was predicted to be worth, and what it was: the true profit of the plan
 * chosen with its result less that of the plan chosen without, over a year's spend.
 */
export function valueOfTests(
  world: World,
  oracle: Oracle,
  fit: Fit,
  repetitions: number,
): TestValues {
  const spent = oracle.spentCents
  const gainOf = (after: Fit) => oracle.gainCents(bestMultiples(world, after)) / spent
  const before = gainOf(fit)
  const years = fit.data.orders.length / 365
  const ranked = rankExperiments(prepareResponses(fit), orderValueOf(world, fit), {
    days: [TEST_DAYS],
    shares: [0.5],
    jitter: false,
    bounds: boundsFor(fit),
    chance: fit.chance,
    status: fit.trust.status,
  })
  const spend = spentCents(fit)
  const testValues = fit.channels.map(({ channel, incremental }, c): TestValue => {
    const gains = Array.from({ length: repetitions }, (_, r) => {
      const test = runLiftTest(world, c, 1 + r)
      return gainOf(refit(fit, { liftTests: [...fit.data.liftTests, test] })) - before
    })
    const { evsiCents } = ranked.experiments.find((row) => row.channel === channel)!
    return {
      evsi: (evsiCents * years) / spent,
      realised: sum(gains) / repetitions,
      sd: incremental.sd,
      spend: spend[c]!,
    }
  })
  return {
    testValues,
    evpi: (ranked.evpiCents * years) / spent,
    leftToGain: oracle.gainCents(oracle.best) / spent - before,
  }
}
