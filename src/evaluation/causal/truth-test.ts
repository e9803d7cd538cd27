import { availableParallelism } from 'node:os'
import type { Grade, PlanStatus } from '../../decisions/data.js'
import { onThreads } from '../../threads.js'
import { type WorldPlan, worldPlans } from '../worlds/index.js'
import { type Bar, barsOf } from './bars.js'
import { scoreWorld, type WorldTask } from './score-world.js'
import type { Method, WorldScore } from './scores.js'
import {
  type GradeSummary,
  type MethodSummary,
  type Scenario,
  summariseGrade,
  summariseMethod,
  summariseTests,
  type TestSummary,
} from './summary.js'

export interface TruthTestOptions {
  /** Worlds of each plan. Default 20: 100 worlds, and 60 with a harvesting channel. */
  readonly worlds?: number
  /** Seed of the first world of each plan. Default 20,000. */
  readonly firstSeed?: number
  /** Repetitions of each channel's test in the worlds where tests are priced. Default 2; 0 for none. */
  readonly repetitions?: number
  /** Default 2, or fewer where the machine has fewer. */
  readonly threads?: number
  readonly onWorld?: (done: number, of: number) => void
}

/** How the fit, its rivals and their plans did against known truth. */
export interface TruthTest {
  readonly firstSeed: number
  /** Share of worlds of each plan whose status was named rightly. */
  readonly statusNamed: readonly { readonly plan: WorldPlan; readonly share: number }[]
  readonly methods: readonly MethodSummary[]
  readonly grades: readonly GradeSummary[]
  readonly tests: readonly TestSummary[]
  readonly bars: readonly Bar[]
  readonly worlds: readonly WorldScore[]
}

const WORLDS = 20
const FIRST_SEED = 20_000
const STATUS: Record<WorldPlan, PlanStatus> = {
  varied: 'own',
  flights: 'own',
  jittered: 'own',
  pct: 'follows_past_orders',
  anticipating: 'follows_unseen',
}
const SCENARIOS: readonly Scenario[] = [
  ...worldPlans.map((plan) => ({ plan, harvesting: false })),
  ...(['varied', 'flights', 'pct'] as const).map((plan) => ({ plan, harvesting: true })),
]
/** Plans in whose worlds tests are priced: where nothing else informs, and where the series does. */
const PRICED: readonly WorldPlan[] = ['anticipating', 'varied', 'pct']
const GRADES: readonly Grade[] = ['measured', 'indicated', 'not_identified']
const METHODS: readonly (readonly [Method, boolean])[] = [
  ['fit', false],
  ['fit', true],
  ['iid', false],
  ['ols', false],
  ['bridge', false],
  ['last_touch', false],
]

/** Simulates worlds of every plan, fits them, and holds estimates, intervals, grades, plans and tests to the truth. */
export async function runTruthTest(options: TruthTestOptions = {}): Promise<TruthTest> {
  const { worlds = WORLDS, firstSeed = FIRST_SEED, repetitions = 2 } = options
  const threads = options.threads ?? Math.min(2, availableParallelism())
  const tasks = Array.from({ length: worlds }, (_, i) =>
    SCENARIOS.map((scenario): WorldTask => {
      const priced = PRICED.includes(scenario.plan) && !scenario.harvesting
      return { ...scenario, seed: firstSeed + i, repetitions: priced ? repetitions : 0 }
    }),
  ).flat()
  const scores = await onThreads(tasks, {
    work: () => scoreWorld,
    worker: new URL('./worker.js', import.meta.url),
    common: undefined,
    threads,
    onDone: (done) => options.onWorld?.(done, tasks.length),
  })
  return summarised(firstSeed, scores)
}

/** The summaries and bars of scored worlds. */
export function summarised(firstSeed: number, scores: readonly WorldScore[]): TruthTest {
  const of = ({ plan, harvesting }: Scenario) =>
    scores.filter((world) => world.plan === plan && world.harvesting === harvesting)
  const friendly = scores.filter(({ harvesting }) => !harvesting)
  const statusNamed = worldPlans.map((plan) => {
    const own = scores.filter((world) => world.plan === plan)
    const right = own.filter(({ status }) => status === STATUS[plan])
    return { plan, share: right.length / own.length }
  })
  const methods = SCENARIOS.flatMap((scenario) =>
    METHODS.map(([method, tests]) => summariseMethod(scenario, of(scenario), method, tests)),
  )
  const trusted = friendly.filter(({ status }) => status !== 'follows_unseen')
  const grades = [false, true].flatMap((tests) =>
    GRADES.map((grade) => summariseGrade(trusted, grade, tests)),
  )
  const tests = PRICED.map((plan) => ({
    plan,
    own: friendly.filter((world) => world.plan === plan && world.testValues.length > 0),
  }))
    .filter(({ own }) => own.length > 0)
    .map(({ plan, own }) => summariseTests(plan, own))
  const found = { firstSeed, statusNamed, methods, grades, tests, worlds: scores }
  return { ...found, bars: barsOf(found) }
}
