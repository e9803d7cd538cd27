import { mean, sum } from '../../numbers.js'
import type { WorldPlan } from '../worlds/index.js'
import type { Method } from './scores.js'
import type { GradeSummary, MethodSummary } from './summary.js'
import type { TruthTest } from './truth-test.js'

/** One acceptance bar: what was measured against what is asked. */
export interface Bar {
  readonly name: string
  readonly measured: number
  readonly least?: number
  readonly most?: number
  readonly passed: boolean
}

const TRUSTED: readonly WorldPlan[] = ['varied', 'flights', 'jittered', 'pct']
const CHANNEL_ERROR: Record<string, readonly [without: number, tested: number]> = {
  flights: [0.18, 0.18],
  varied: [0.55, 0.36],
  jittered: [0.45, 0.28],
  pct: [0.55, 0.38],
}

/** The bars, each with what was measured, passed or not. */
export function barsOf(test: Omit<TruthTest, 'bars'>): Bar[] {
  const find = (plan: WorldPlan, tests: boolean, harvesting = false, method: Method = 'fit') =>
    test.methods.find(
      (row) =>
        row.plan === plan &&
        row.tests === tests &&
        row.harvesting === harvesting &&
        row.method === method,
    )!
  const words = (tests: boolean) => (tests ? 'with tests' : 'without tests')
  const each = (make: (plan: WorldPlan, tests: boolean) => Bar) =>
    TRUSTED.flatMap((plan) => [make(plan, false), make(plan, true)])
  const tested = TRUSTED.map((plan) => find(plan, true))
  return [
    least('status named rightly', mean(test.statusNamed.map(({ share }) => share)), 0.98),
    ...each((plan, tests) =>
      least(`90% coverage, ${plan}, ${words(tests)}`, find(plan, tests).coverage90, 0.85),
    ),
    between(
      '90% coverage, pooled, with tests',
      mean(tested.map((row) => row.coverage90)),
      0.85,
      0.96,
    ),
    ...(['varied', 'flights', 'pct'] as const).flatMap((plan) =>
      [false, true].map((tests) =>
        least(
          `90% coverage, ${plan}, harvesting, ${words(tests)}`,
          find(plan, tests, true).coverage90,
          0.85,
        ),
      ),
    ),
    ...each((plan, tests) =>
      most(
        `channel error, ${plan}, ${words(tests)}`,
        find(plan, tests).channelError,
        CHANNEL_ERROR[plan]![Number(tests)]!,
      ),
    ),
    ...test.grades
      .filter(({ grade }) => grade === 'measured')
      .map((row) =>
        most(`error of channels graded measured, ${words(row.tests)}`, row.medianError, 0.13),
      ),
    ...[false, true].map((tests) =>
      most(
        `"pays for itself" wrong, measured or indicated, ${words(tests)}`,
        wrongVerdicts(test.grades.filter((row) => row.tests === tests)),
        0.15,
      ),
    ),
    ...tested.map((row) =>
      least(
        `gain of best total, ${row.plan}, with tests`,
        row.free.gain,
        row.plan === 'flights' ? 0.87 : 0.85,
      ),
    ),
    ...(['pct', 'varied'] as const).map((plan) =>
      least(`gain of best total, ${plan}, without tests`, find(plan, false).free.gain, 0.75),
    ),
    ...tested.map((row) =>
      least(`gain of best split, ${row.plan}, with tests`, row.same.gain, 0.6),
    ),
    ...each((plan, tests) =>
      most(
        `act or test: plans worse than today's, ${plan}, ${words(tests)}`,
        find(plan, tests).free.actWorse,
        tests ? 0.08 : 0.1,
      ),
    ),
    ...anticipating(find('anticipating', true)),
    ...test.tests
      .filter(({ plan }) => plan === 'anticipating')
      .map((row) =>
        least('test picked by EVSI over one at random', row.byEvsi / row.atRandom, 1.5),
      ),
  ]
}

/** Share of wrong verdicts over all channels of the grades that one may act on. */
function wrongVerdicts(grades: readonly GradeSummary[]): number {
  const sure = grades.filter(({ grade, channels }) => grade !== 'not_identified' && channels > 0)
  const wrong = sum(sure.map(({ wrongVerdict, channels }) => wrongVerdict * channels))
  return wrong / Math.max(1, sum(sure.map(({ channels }) => channels)))
}

function anticipating({ coverage90, free }: MethodSummary): Bar[] {
  return [
    least('90% coverage, anticipating, tests only', coverage90, 0.85),
    least('gain of best total, anticipating, tests only', free.gain, 0.82),
  ]
}

/** A bar that is passed from a value up. */
export function least(name: string, measured: number, bar: number): Bar {
  return { name, measured, least: bar, passed: measured >= bar }
}

/** A bar that is passed up to a value. */
export function most(name: string, measured: number, bar: number): Bar {
  return { name, measured, most: bar, passed: measured <= bar }
}

/** A bar that is passed within two values. */
export function between(name: string, measured: number, low: number, high: number): Bar {
  return { name, measured, least: low, most: high, passed: measured >= low && measured <= high }
}
