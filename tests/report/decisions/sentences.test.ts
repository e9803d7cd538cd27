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
  unsupported_bps: 0,
  certificate: '',
}

const told = (
  basis: 'fitted' | 'declared',
  advice: 'act' | 'test' | 'unknown' | 'keep',
  {
    unsupported_bps = 0,
    ...channel
  }: { unsupported_bps?: number; grade?: string; status?: string } = {},
) =>
  adviceSentences({
    unavailable: null,
    channels: [{ channel: 'mail', basis, ...channel }],
    plans: [{ ...plan, advice, unsupported_bps }],
    experiments: [],
    notation: createNotation({ currency: 'USD', locale: 'en' }),
  } as unknown as RunDecisions)[0]!

it('recommends a plan with its gain, range and odds where it was fitted', () => {
  expect(told('fitted', 'act')).toBe(
    "Recommended: spend $1,000.00 in all. It is expected to earn $20.00 more ($10.00 to $30.00), and is better than today's plan with a probability of 90.00%.",
  )
})

it.each(['act', 'test', 'unknown', 'keep'] as const)(
  'says first that %s rests on declared values',
  (advice) => {
    expect(told('declared', advice)).toMatch(/^Under the declared values, which no data confirm: /)
    expect(told('fitted', advice)).not.toContain('declared')
  },
)

it('says why a plan that looks better is not recommended', () => {
  expect(told('fitted', 'test')).toBe(
    "Today's plan stands. Spending $1,000.00 in all looks better by $20.00 ($10.00 to $30.00), but only with a probability of 90.00%. Test first.",
  )
  expect(told('fitted', 'test', { unsupported_bps: 8_300 })).toContain(
    'with a probability of 90.00% if the assumptions hold, but for 83.00% of the money it moves nothing supports them: no data, no test, no value set for this business. Test first.',
  )
  expect(told('fitted', 'unknown')).toContain('we do not know')
  expect(told('fitted', 'unknown')).toContain('no test is worth its cost')
})

it('names what to measure first where a plan rests on assumptions alone', () => {
  const experiment = {
    design: 'holdout',
    channel: 'mail',
    days: 28,
    share_bps: 2_500,
    cost_cents: 4_200,
    net_cents: 9_900,
    evpi_cents: 12_300,
    promise: 'expected',
    is_worth_it: false,
    is_first: true,
  }
  const testsOf = (advice: string, change: object = {}) =>
    adviceSentences({
      unavailable: null,
      channels: [{ channel: 'mail', basis: 'declared' }],
      plans: [{ ...plan, advice, unsupported_bps: 10_000 }],
      experiments: [{ ...experiment, ...change }],
      notation: createNotation({ currency: 'USD', locale: 'en' }),
    } as unknown as RunDecisions).slice(1)
  const limit =
    "To know exactly what every channel causes would add $123.00 to a year's profit, by these ranges: no experiment is worth more."
  expect(testsOf('test')).toEqual([
    'Measure first: hold Mail out of 25.00% of the market for 28 days, at a cost of about $42.00. By the assumptions alone it is not worth that; it shows whether they hold.',
    limit,
  ])
  expect(testsOf('test', { is_worth_it: true })).toEqual([
    'Test next: hold Mail out of 25.00% of the market for 28 days, worth $99.00 a year after its cost.',
    limit,
  ])
  expect(testsOf('keep')).toEqual(['No test is worth its cost.', limit])
  expect(testsOf('unknown')).toEqual([limit])
})

it('says with a recommendation what is not identified, and that budgets followed past orders', () => {
  expect(told('fitted', 'act', { grade: 'measured', status: 'own' })).toMatch(/90\.00%\.$/)
  expect(told('fitted', 'act', { grade: 'not_identified', status: 'follows_past_orders' })).toMatch(
    /Not identified: Mail; there the plan moves within narrower bounds\. Budgets followed past orders or stood still, so go in steps and vary them on purpose\.$/,
  )
})

it('proposes no test where none is listed', () => {
  expect(told('fitted', 'keep')).toMatch(/^Today's plan stands: no other/)
})

it('says why there are none, and then advises nothing', () => {
  const none = { unavailable: 'No decisions on this data. Add history.', channels: [] }
  expect(learnedSentence(none as unknown as RunDecisions)).toBe(none.unavailable)
  expect(adviceSentences(none as unknown as RunDecisions)).toEqual([])
})
