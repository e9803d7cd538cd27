import type { RunDecisions } from '../report/decisions/index.js'

/** Spend on channels that are not identified, above which an answer is not sure. */
const UNSURE_SHARE = 0.2

type GradedSpend = Pick<RunDecisions['channels'][number], 'grade' | 'spend_cents'>

/** Exit code 1 where the answer rests on what could not be identified. */
export function sureCode({ channels }: { readonly channels: readonly GradedSpend[] }): number {
  const spent = (some: readonly GradedSpend[]) =>
    some.reduce((sum, { spend_cents }) => sum + spend_cents, 0)
  const unsure = channels.filter(({ grade }) => grade === 'not_identified' || grade === 'no_data')
  return spent(unsure) > UNSURE_SHARE * spent(channels) ? 1 : 0
}
