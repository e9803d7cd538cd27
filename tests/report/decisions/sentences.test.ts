import { expect, it } from 'vitest'
import { createNotation } from '../../../src/format/index.js'
import type { RunDecisions } from '../../../src/report/decisions/index.js'
import { adviceSentences, learnedSentence } from '../../../src/report/decisions/index.js'

const plan = {
  plan_id: 'best_total',
  name: 'Best split and best total',
  advice: 'act' as const,
  spend_cents: 100_000,
  profit_difference_low_cents: 1_000,
  profit_difference_mean_cents: 2_000,
  profit_difference_high_cents: 3_000,
  p_better_bps: 9_000,
  certificate: '',
}

const told = (basis: 'fitted' | 'declared', advice: 'act' | 'test' | 'keep') =>
  adviceSentences({
    unavailable: null,
    channels: [{ channel: 'mail', basis }],
    plans: [{ ...plan, advice }],
    experiments: [],
    notation: createNotation({ currency: 'USD', locale: 'en' }),
  } as unknown as RunDecisions)[0]!

it('recommends a plan with its gain, range and odds where it was fitted', () => {
  expect(told('fitted', 'act')).toBe(
    "Recommended: spend $1,000.00 in all. It is expected to earn $20.00 more ($10.00 to $30.00), and is better than today's plan with a probability of 90.00%.",
  )
})

it.each(['act', 'test', 'keep'] as const)(
  'says first that %s rests on declared values',
  (advice) => {
    expect(told('declared', advice)).toMatch(/^Under the declared values, which no data confirm: /)
    expect(told('fitted', advice)).not.toContain('declared')
  },
)

it('proposes no test where none is listed', () => {
  expect(told('fitted', 'keep')).toMatch(/^Today's plan stands: no other/)
})

it('says why there are none, and then advises nothing', () => {
  const none = { unavailable: 'No decisions on this data. Add history.', channels: [] }
  expect(learnedSentence(none as unknown as RunDecisions)).toBe(none.unavailable)
  expect(adviceSentences(none as unknown as RunDecisions)).toEqual([])
})
