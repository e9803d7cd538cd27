import { appendFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { causeway } from './harness.js'

let data: string
beforeEach(async () => {
  data = join(mkdtempSync(join(tmpdir(), 'causeway-refused-')), 'data')
  await causeway(['generate', data, '--orders', '300', '--seed', '3'])
})

async function expectRefusal(...words: string[]): Promise<void> {
  const workbench = join(data, '..', 'workbench')
  const { code, stdout, stderr } = await causeway(['run', '--data', data, '--workbench', workbench])
  for (const word of words) expect(stderr).toContain(word)
  expect(stdout).not.toContain('business')
  expect(code).toBe(2)
}

const orders = () => join(data, 'olist_orders_dataset.csv')

describe('causeway run refuses data that can hardly be true', () => {
  it.each(['2099-03-01', '1017-03-01'])('one order dated %s, fast', async (day) => {
    appendFileSync(orders(), `stray,stray,delivered,${day} 10:00:00,,,,\n`)
    await expectRefusal(`stray on ${day}`, 'dwh.date_gap_days')
  })

  it('a sellers file with a header only', async () => {
    const file = join(data, 'olist_sellers_dataset.csv')
    writeFileSync(file, `${readFileSync(file, 'utf8').split('\n')[0]}\n`)
    await expectRefusal('the file of sellers knows the seller_id of 0 of', 'dwh.least_match_bps')
    expect(readdirSync(data)).toContain('olist_sellers_dataset.csv')
  })

  it('a sellers file of other sellers', async () => {
    const file = join(data, 'olist_sellers_dataset.csv')
    const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
    const others = lines.map((line) => line.replace(/^"?./, (start) => `${start}x`))
    writeFileSync(file, `${[header, ...others].join('\n')}\n`)
    await expectRefusal('the file of sellers knows the seller_id of 0 of', 'dwh.least_match_bps')
  })
})
