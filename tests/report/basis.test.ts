import { describe, expect, it } from 'vitest'
import { basisSentences, type Statement, verdictSentences } from '../../src/report/index.js'
import type { Note } from '../../src/report/notes.js'
import { type Basis, basisOf, evidenceOf, groundBases, grounds } from '../../src/schema/basis.js'
import { profitLines } from '../../src/schema/finance/profit-lines.js'
import { notation } from '../notation.js'

type Paid = readonly { readonly channel: string; readonly spend: Basis; readonly clicks: Basis }[]

/** As much of a statement as the sentences read: subscriptions of 300, marketing of -50, the rest freight. */
function statementOf(
  channels: Paid,
  { net = 1_000, notes = [] as Note[], file = 'marketing_spend.csv' } = {},
): Statement {
  const bases = groundBases(channels, 'declared')
  const amounts = new Map([
    ['subscription_revenue', 300],
    ['acquisition_cost', -50],
    ['freight_billed', net - 250],
  ])
  const figure = (name: string, restsOn: Parameters<typeof basisOf>[0]) => ({
    figure: name,
    amount_cents: 0,
    basis: basisOf(restsOn, bases),
    rests_on: restsOn.join(', '),
  })
  const statement = {
    notation,
    notes,
    head: { files: [{ file_name: file }] },
    verdict: {
      contribution_after_marketing_cents: net,
      operating_result_cents: net,
      cash_result_cents: net,
      cash_at_once_cents: net,
      spend_cents: 50,
      waste_cents: 10,
    },
    channels: [{ channel: 'google_search', spend_cents: 50, covers_its_cost: true }],
    lines: [...amounts].map(([line, cohort_cents]) => ({ line, cohort_cents })),
    basis: {
      evidence: evidenceOf(channels),
      channels,
      grounds: Object.entries(grounds).map(([ground, { name }]) => ({
        ground,
        name,
        basis: bases[ground as keyof typeof bases],
      })),
      figures: [
        figure('verdict.spend_cents', ['spend']),
        ...profitLines.map(({ id, restsOn }) => figure(`line.${id}`, restsOn)),
      ],
    },
  }
  return statement as unknown as Statement
}

const channel = (spend: Basis, clicks: Basis, name = 'google_search') => ({
  channel: name,
  spend,
  clicks,
})

describe('what the answer rests on', () => {
  it.each<[Paid, string]>([
    [
      [channel('simulated', 'simulated')],
      'Spend, clicks and what they bought are simulated: no marketing_spend.csv.',
    ],
    [
      [channel('observed', 'simulated')],
      'Spend is observed (marketing_spend.csv); clicks and what they bought are simulated.',
    ],
    [
      [channel('observed', 'observed'), channel('observed', 'simulated', 'email_marketing')],
      'Spend is observed (marketing_spend.csv); clicks are observed for Google search only, and what clicks bought is simulated.',
    ],
    [
      [channel('observed', 'observed')],
      'Spend is observed (marketing_spend.csv), and so are clicks; what they bought is simulated.',
    ],
    [
      [channel('declared', 'simulated')],
      'Spend is a plan by hand; clicks and what they bought are simulated.',
    ],
    [[], 'No channel is paid.'],
  ])('of %j', (paid, words) => {
    expect(basisSentences(statementOf(paid))[0]).toBe(words)
  })

  it('names the spend file only where it is one of the files', () => {
    const statement = statementOf([channel('observed', 'observed')], { file: 'werbung.csv' })
    expect(basisSentences(statement)[0]).toContain('Spend is observed (from files)')
  })

  it('tells a file that is not used from one that is not there', () => {
    const notes = [{ note_id: 'file_not_used', severity: 'warning', statement: '' } as const]
    const [words] = basisSentences(statementOf([channel('simulated', 'simulated')], { notes }))
    expect(words).toContain('simulated: marketing_spend.csv is not used.')
  })

  it('tells of a file that was not read where spend is simulated', () => {
    const notes = [{ note_id: 'unread_files', severity: 'warning', statement: '' } as const]
    const [words] = basisSentences(statementOf([channel('simulated', 'simulated')], { notes }))
    expect(words).toContain(
      'simulated: no marketing_spend.csv, and a file of the folder that was not read.',
    )
  })

  it('tells how much of the profit are subscriptions, or that they carry it', () => {
    const paid = [channel('simulated', 'simulated')]
    expect(basisSentences(statementOf(paid))[1]).toBe(
      'Of the contribution of R$10.00, R$3.00 is subscriptions whose prices are declared.',
    )
    expect(basisSentences(statementOf(paid, { net: 100 }))[1]).toBe(
      'Subscriptions whose prices are declared are R$3.00; without them it is a loss of R$2.00.',
    )
  })

  it('adds up by basis to the result', () => {
    expect(basisSentences(statementOf([channel('simulated', 'simulated')])).at(-1)).toBe(
      'By what its lines rest on, R$10.00 is the sum of R$7.50 observed, R$3.00 declared, -R$0.50 simulated.',
    )
  })
})

describe('the verdict', () => {
  it.each<[Basis, string]>([
    [
      'simulated',
      'Of R$0.50 of simulated marketing spend, the market model finds no order for R$0.10',
    ],
    ['observed', 'Of R$0.50 spent on marketing, the market model finds no order for R$0.10'],
    ['declared', 'Of R$0.50 of marketing spend in the plan, the market model finds no order for'],
  ])('tells %s spend as that, and what clicks bought as the model’s', (spend, words) => {
    const sentences = verdictSentences(statementOf([channel(spend, 'simulated')]))
    expect(sentences[2]).toContain(words)
    expect(sentences[3]).toBe(
      'Whether Google search pays for itself is not known here, for it hangs on what it caused: see causeway fit, and where spend is assumed causeway decide. By attribution, which is not cause, Google search covers its cost.',
    )
    expect(sentences.join(' ')).not.toContain('bought no order')
  })

  it.each([
    [[true, true], 'a, b cover their cost.'],
    [[true, false], 'a covers its cost; b does not.'],
    [[false, false], 'a, b do not cover their cost.'],
    [[false, false, true], 'c covers its cost; a, b do not.'],
    [[false], 'a does not cover its cost.'],
  ])('names the channels that cover their cost and those that do not: %j', (covers, words) => {
    const statement = statementOf([channel('simulated', 'simulated')])
    const channels = covers.map((covers_its_cost, i) => ({
      ...statement.channels[0]!,
      channel: 'abc'[i]!,
      covers_its_cost,
    }))
    const notation = { ...statement.notation, nameOf: (id: string) => id }
    const [, , , sentence] = verdictSentences({ ...statement, channels, notation })
    expect(sentence!.split('which is not cause, ')[1]).toBe(words)
  })
})
