import { expect, it } from 'vitest'
import { Assumptions } from '../../../src/assumptions/index.js'
import {
  hangsOnSentences,
  planHangsOn,
  type RunDecisions,
  rangeSentence,
} from '../../../src/report/decisions/index.js'
import { notation } from '../../notation.js'

const decisions = (flip_value: number | null): RunDecisions =>
  ({
    unavailable: null,
    channels: [],
    plans: [],
    experiments: [],
    moved: [
      {
        question: 'best_plan',
        channel: '',
        assumption_id: 'market.channels.email_marketing.ctr_bps',
        basis: 'declared',
        value: 350,
        low_value: 175,
        high_value: 700,
        answer_at_value: 200_000,
        answer_at_low: -50_000,
        answer_at_high: 300_000,
        flip_value,
        rank: 1,
      },
    ],
    ranges: [
      {
        figure: 'contribution_after_marketing_cents',
        value: 500,
        low: -100,
        high: 900,
        p_above_zero_bps: 9_700,
        draws: 100,
      },
    ],
    notation,
  }) satisfies RunDecisions

it('tells a range by how many draws stand above zero, not by a probability', () => {
  expect(rangeSentence(decisions(null))).toContain('in nine of ten of 100 draws')
  expect(rangeSentence(decisions(null))).toContain('above zero in 97 of them.')
})

it('names the assumption that the best plan hangs on in words, with the value that turns it', () => {
  expect(hangsOnSentences(decisions(220))).toEqual([
    'The gain of the best plan hangs most on CTR of Email: -R$500.00 to R$3,000.00 over its range.',
    'The recommendation turns where CTR of Email passes 220 (now 350).',
  ])
})

it('writes what the best plan hangs on with units', () => {
  expect(planHangsOn(decisions(220), { notation, assumptions: Assumptions.defaults() })).toEqual([
    expect.objectContaining({
      name: 'CTR of Email',
      value: '3.50%',
      low: '1.75%',
      high: '7.00%',
      answer_at_low: '-R$500.00',
      answer_at_high: 'R$3,000.00',
      flip: '2.20%',
    }),
  ])
})
