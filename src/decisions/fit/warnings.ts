import type { FittedChannel } from './fitted.js'
import type { JudgedLiftTest } from './judge-lift.js'
import { RHAT_AT_MOST } from './posterior.js'

/** What a reader must know before using the figures. */
export function warningsOf(
  channels: readonly FittedChannel[],
  tests: readonly JudgedLiftTest[],
  inseparable: readonly (readonly [string, string])[],
): string[] {
  return [
    ...channels
      .filter(({ rHat }) => rHat > RHAT_AT_MOST)
      .map(
        ({ channel, rHat }) =>
          `${channel}: the chains disagree (R-hat ${rHat.toFixed(2)}), so its interval may be wrong.`,
      ),
    ...tests
      .filter(({ agrees }) => !agrees)
      .map(
        ({ test }) =>
          `${test.channel}: test and series disagree. Both were kept; ask how the test was made.`,
      ),
    ...inseparable.map(
      ([a, b]) => `${a} and ${b} were advertised alike: only their sum can be told.`,
    ),
  ]
}
