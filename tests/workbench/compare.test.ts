import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNotation } from '../../src/format/index.js'
import { renderFigure, waterfall } from '../../src/notebook/index.js'
import { comparisonSentence, comparisonSteps, comparisonText } from '../../src/report/index.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import {
  type Compared,
  compare,
  openWorkbench,
  type RunComparison,
  readVerdict,
  type Workbench,
} from '../../src/workbench/index.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-compare-'))
const notation = createNotation({ currency: 'BRL', locale: 'en' })
const sum = (rows: readonly Compared[]) =>
  rows.reduce((total, { difference_cents }) => total + difference_cents, 0)
let base: Workbench
let other: Workbench
let found: RunComparison

beforeAll(async () => {
  await generateMarketplace({ dir: join(dir, 'data'), orders: 300, seed: 1 })
  base = openWorkbench({ data: join(dir, 'data'), workbench: join(dir, 'workbench') })
  await base.run({ through: 'finance' })
  other = base
    .assume({ 'finance.carrier_cost_bps': 15_000, 'market.channels.facebook_ads.ctr_bps': 300 })
    .reseed(7)
  await other.run({ through: 'finance' })
  found = await compare(base, other)
})
afterAll(async () => {
  await base.close()
  await other.close()
  rmSync(dir, { recursive: true, force: true })
})

describe('compare', () => {
  it('says what two runs were made from, where it differs', () => {
    expect([found.a, found.b]).toEqual(['main', null])
    expect(found.settings).toEqual([{ setting: 'seed', a: '42', b: '7' }])
    expect(found.assumptions.map(({ id, b }) => [id, b])).toEqual([
      ['market.channels.facebook_ads.ctr_bps', 300],
      ['finance.carrier_cost_bps', 15_000],
    ])
  })

  it('adds up, in lines and in channels by month, to the difference of the verdicts', async () => {
    const [a, b] = [await readVerdict(base), await readVerdict(other)]
    const difference = b.operating_result_cents - a.operating_result_cents
    expect(difference).not.toBe(0)
    expect(found.verdict[0]).toEqual({
      figure: 'operating_result',
      a_cents: a.operating_result_cents,
      b_cents: b.operating_result_cents,
      difference_cents: difference,
    })
    expect(sum(found.lines)).toBe(difference)
    expect(sum(found.channels)).toBe(difference)
    expect(sum(found.spend)).toBe(b.spend_cents - a.spend_cents)
    const carrier = found.lines.find(({ line }) => line === 'carrier_cost')!
    expect(carrier.difference_cents).toBeLessThan(0)
    const spent = found.channels.reduce((total, row) => total + row.spend_b_cents, 0)
    expect(spent).toBe(b.spend_cents)
  })

  it('leaves to no channel what sellers subscribe for, month by month, and nothing else', async () => {
    const subscribed = await base.rows<{ month: Date; cents: number }>(
      `select start_date as month, subscription_revenue_cents as cents from finance.pnl_periods
       where basis = 'cohort' and period = 'month' order by month`,
    )
    const rest = found.channels.filter(({ channel }) => channel === null)
    expect(rest.map(({ month, a_cents }) => ({ month, cents: a_cents }))).toEqual(subscribed)
  })

  it('finds no difference of a run with itself', async () => {
    const same = await compare(base, base)
    expect([same.settings, same.assumptions]).toEqual([[], []])
    for (const rows of [same.verdict, same.lines, same.spend, same.channels]) {
      expect(rows.every(({ difference_cents }) => difference_cents === 0)).toBe(true)
    }
    const text = comparisonText(same, notation)
    expect(text).toContain('the same data, seed, plan and assumptions')
    expect(text).toContain('No channel differs in any month.')
  })

  it('refuses a run without finance, and amounts of two currencies', async () => {
    const early = base.assume({ 'dwh.gift_run_up_days': 3 })
    await early.run({ through: 'dwh' })
    await expect(compare(base, early)).rejects.toThrow(/finance has not run/)
    await early.close()
    const euros = base.assume({ 'place.currency': 'EUR' })
    await euros.run({ through: 'finance' })
    await expect(compare(base, euros)).rejects.toThrow(/a is in BRL, b in EUR/)
    await euros.close()
  })
})

describe('a comparison is shown', () => {
  it('as a waterfall from one verdict to the other', async () => {
    const steps = comparisonSteps(found)
    const [first, last] = [steps[0]!, steps.at(-1)!]
    const changes = steps.slice(1, -1).reduce((total, step) => total + step.amount_cents, 0)
    expect(first.amount_cents + changes).toBe(last.amount_cents)
    const figure = waterfall({
      data: steps,
      step: 'step',
      value: 'amount_cents',
      total: 'is_total',
    })
    const svg = await renderFigure(figure(notation), { caption: 'From a to b' })
    expect(svg).toContain('Operating result of main')
    expect(svg).toContain('Operating result of the scenario')
  })

  it('as text, with what differs before what it comes to', () => {
    const text = comparisonText(found, notation)
    expect(text.indexOf('finance.carrier_cost_bps')).toBeLessThan(text.indexOf('Carrier cost'))
    expect(comparisonSentence(found, notation)).toMatch(
      /^The operating result of the scenario is R\$[\d.,]+ (more|less) than that of main: -?R\$.* against /,
    )
  })
})
