import type { Declarations } from '../definition.js'

const stage = 'decisions' as const

export const decisionsDeclarations: Declarations = {
  definitions: [
    {
      id: 'decisions.plan',
      value: 'measured',
      unit: 'choice',
      choices: ['measured', 'own', 'follows_past_orders', 'follows_unseen'],
      why: 'How budgets were set: measured from the data unless you know better',
      source:
        'With one channel, budgets that follow unseen demand cannot be told apart: declare it',
      stage,
    },
    {
      id: 'decisions.prior',
      value: 'attributed',
      unit: 'choice',
      choices: ['attributed', 'neutral'],
      why: 'What a channel is thought to cause before the data speak: near half of its attributed orders, or an even share',
      source: 'Measured on simulated marketplaces: attribution ranks channels, and overstates them',
      stage,
    },
    {
      id: 'decisions.act_above_bps',
      value: 8_000,
      unit: 'bps',
      min: 5_000,
      max: 10_000,
      why: "A plan is recommended when it beats today's with at least this probability",
      source: 'Measured on simulated marketplaces: fewer plans lose, and the gain stays the same',
      stage,
    },
    {
      id: 'decisions.max_change_bps',
      value: 5_000,
      unit: 'bps',
      min: 0,
      max: 10_000,
      why: 'How far the spend of a channel that is not identified may move from today, both ways',
      source: 'Beyond the spend that was seen the curve is an assumption',
      stage,
    },
    {
      id: 'decisions.repeat_value_cents',
      value: 0,
      unit: 'cents',
      min: 0,
      max: 10_000_000,
      why: 'What a new customer buys later is worth, before marketing',
      source: 'Zero until you know it: the horizon counts what it saw',
      stage,
    },
    {
      id: 'decisions.incrementality.*.centre',
      value: 0,
      unit: 'ratio',
      min: 0,
      max: 10,
      why: 'Likeliest caused orders of the channel, as a multiple of its attributed orders; used where a spread is declared',
      source: 'Yours: from earlier tests, or from a platform you trust',
      stage,
    },
    {
      id: 'decisions.incrementality.*.spread',
      value: 0,
      unit: 'ratio',
      min: 0,
      max: 10,
      why: 'Standard deviation of that multiple; 0 declares nothing, and the default prior stands',
      source: 'Yours: how far you would be surprised',
      stage,
    },
  ],
  collections: [{ id: 'decisions.incrementality', members: {}, follows: 'market.channels' }],
}
