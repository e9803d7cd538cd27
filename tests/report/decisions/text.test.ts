import { expect, it } from 'vitest'
import { decisionsText, type RunDecisions } from '../../../src/report/decisions/index.js'
import { notation } from '../../notation.js'

const moved = (low_value: number, high_value: number, flip_value: number | null) => ({
  question: 'best_plan',
  channel: '',
  assumption_id: 'decisions.incrementality.mail',
  value: low_value,
  low_value,
  high_value,
  answer_at_low: -50_000,
  answer_at_high: 300_000,
  flip_value,
})

const plan = {
  plan_id: 'best_total',
  name: 'Best total',
  spend_cents: 0,
  profit_difference_low_cents: 0,
  profit_difference_mean_cents: 0,
  profit_difference_high_cents: 0,
  p_better_bps: 5_000,
}

const textOf = (row: ReturnType<typeof moved>) =>
  decisionsText({
    unavailable: null,
    channels: [],
    plans: [{ ...plan, advice: 'keep' }],
    experiments: [],
    moved: [row],
    ranges: [],
    notation,
  } as unknown as RunDecisions)

it('writes ends of a range as they are typed, those below one too', () => {
  expect(textOf(moved(0.0091687, 0.42621, 0.23746))).toMatch(
    /Incrementality of Mail +0\.009169 +0\.4262 +-500\.00 +3,000\.00 +0\.2375$/m,
  )
  expect(textOf(moved(75, 30_000, null))).toMatch(/Mail +75 +30000 .* -$/m)
})
