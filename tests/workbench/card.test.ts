import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { notebookDisplay } from '../../src/cells/index.js'
import { generateMarketplace } from '../../src/synthetic/index.js'
import { compare, openWorkbench } from '../../src/workbench/index.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-card-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

it('a workbench, a run and a comparison show what a person would want to see', async () => {
  const data = join(dir, 'data')
  await generateMarketplace({ dir: data, orders: 60, seed: 1 })
  const base = openWorkbench({ data, workbench: join(dir, 'workbench') })
  expect(inspect(base)).toMatch(
    /^Run +main\nData .*\n[\s\S]*Stages done +none yet: await workbench.run/,
  )

  const outcome = await base.run()
  const lines = inspect(outcome).split('\n')
  expect(lines).toHaveLength(6)
  expect(lines[0]).toMatch(/^raw +\d+\.\d s +\d+ tables, \d+ rows$/)

  const dearer = base.assume({ 'finance.carrier_cost_bps': 15_000 })
  expect(inspect(dearer)).toContain('a scenario, not published')
  await dearer.run()
  const card = inspect(dearer)
  expect(card).toMatch(/Period +\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d/)
  expect(card).toMatch(/Settings +seed 42, preset default\n/)
  expect(card).toMatch(/Changed +finance.carrier_cost_bps \d+ -> 15000\n/)
  expect(card).toMatch(/Stages done +raw, dwh, market, attribution, finance, judgment\n/)
  expect(card).toMatch(/Verdict +(made|lost) R\$/)

  const shown: string[] = []
  const record = (content: string) => void shown.push(content)
  const page = await notebookDisplay(base, { html: record, svg: record })
  page.card(dearer)
  expect(shown[0]).toContain('finance.carrier_cost_bps')
  await page.comparison(3, await compare(base, dearer))
  expect(shown[1]).toContain('15000')
  expect(shown[2]).toContain('<svg')
  expect(shown[3]).toContain('The operating result of the scenario is')
  await base.close()
  await dearer.close()
})
