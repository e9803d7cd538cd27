import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { generateMarketplace } from '../../../src/synthetic/index.js'
import { dateOf, dayOf } from '../../../src/time/calendar.js'
import { openWorkbench, type Workbench } from '../../../src/workbench/index.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway beliefs '))
const data = join(dir, 'data')
let workbench: Workbench

/** Two budgets that change every three weeks, each by itself, over the days of the orders. */
async function writeSpend(): Promise<void> {
  const plain = openWorkbench({ data, workbench: join(dir, 'plain') })
  await plain.run({ through: 'dwh' })
  const [span] = await plain.rows<{ first: Date; last: Date }>(
    'select min(purchase_date) as first, max(purchase_date) as last from dwh.fct_orders',
  )
  await plain.close()
  const lines = ['date,channel,spend']
  for (let day = dayOf(span!.first), t = 0; day <= dayOf(span!.last); day++, t++) {
    const step = Math.floor(t / 21)
    lines.push(`${dateOf(day)},google_search,${40 + 60 * ((step * 7) % 5)}`)
    lines.push(`${dateOf(day)},facebook_ads,${40 + 60 * ((step * 3 + 1) % 4)}`)
  }
  writeFileSync(join(data, 'marketing_spend.csv'), lines.join('\n'))
}

beforeAll(async () => {
  await generateMarketplace({ dir: data, orders: 600, seed: 4 })
  await writeSpend()
  workbench = openWorkbench({ data, workbench: join(dir, 'workbench') })
  await workbench.run({ through: 'finance' })
})
afterAll(async () => {
  await workbench.close()
  rmSync(dir, { recursive: true, force: true })
})

it.each(['decisions.prior_even_weight', 'decisions.temper'])(
  'the fit is concluded again under another %s',
  async (id) => {
    const rows = await workbench.sensitivity({
      of: ['pays'],
      only: [id],
      ranges: { [id]: [0.1, 0.9] },
    })
    expect(rows.map(({ channel }) => channel).sort()).toEqual(['facebook_ads', 'google_search'])
  },
)
