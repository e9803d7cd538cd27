import type { Spec } from '../../definition.js'
import { GUESS } from '../guess.js'

/** When money moves: what acquirers owe, and what is owed to carriers and for advertising. */
export const settlement: readonly Spec[] = [
  {
    id: 'finance.instalments',
    value: 'monthly',
    unit: 'choice',
    choices: ['monthly', 'anticipated'],
    why: 'How payments in instalments reach the business. Monthly: one instalment after the other, as buyers are billed. Anticipated: the acquirer pays all of them ahead, for a fee.',
    source: 'Latin American card receivables: settled by instalment unless the merchant sells them',
  },
  {
    id: 'finance.anticipation_bps',
    value: 200,
    unit: 'bps',
    min: 0,
    max: 10_000,
    why: 'What the acquirer takes of an instalment for each month of 30 days that it pays ahead. Used where instalments are anticipated only.',
    source: `${GUESS}: Latin American acquirers ask 1% to 3% a month`,
  },
  {
    id: 'finance.anticipated_days',
    value: 1,
    unit: 'days',
    min: 0,
    max: 366,
    why: 'Days from the approval to the money of a payment that is anticipated, unless it comes sooner by itself.',
    source: 'Automatic anticipation of Latin American acquirers: the next business day',
  },
  {
    id: 'finance.instalment_days',
    value: 30,
    unit: 'days',
    min: 0,
    max: 366,
    why: 'Days from one instalment to the next.',
    source: 'Latin American card receivables: 30, 60, 90, ... days after the sale',
  },
  {
    id: 'finance.carrier_terms_days',
    value: 30,
    unit: 'days',
    min: 0,
    max: 366,
    why: 'Days from the hand-over to the payment of the carrier.',
    source: `${GUESS}: carriers bill contract customers once a month`,
  },
  {
    id: 'finance.advertising_terms_days',
    value: 30,
    unit: 'days',
    min: 0,
    max: 366,
    why: 'Days from the spend of a day to its payment.',
    source: 'Monthly invoicing of the large ad platforms: net 30 days',
  },
]
