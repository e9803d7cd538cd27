import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Assumptions, loadAssumptions } from '../../src/assumptions/index.js'
import { assumptionsText, importantAssumptions } from '../../src/commands/starting-texts.js'
import { causeway, ownFolder } from './harness.js'

const emptyDir = () => mkdtempSync(join(tmpdir(), 'causeway-inspect-'))

describe('causeway inspect', () => {
  it('shows the source, the files and the first canonical rows', async () => {
    const { code, stdout } = await causeway(['inspect', ownFolder('shopify')])
    expect(code).toBe(0)
    expect(stdout).toContain('read as shopify: ')
    expect(stdout).toMatch(/orders_export_1\.csv +shopify_orders +549/)
    expect(stdout).toMatch(/^orders: 311 rows$/m)
    expect(stdout).toContain('- No delivery dates: ')
    expect(stdout).toContain('No problem. Run it: ')
  })

  it('names every problem at once, and nothing is built', async () => {
    const dir = emptyDir()
    const map =
      'orders:\n  file: o.csv\n  columns: { order_id: No, purchased_at: When, price: Total }\n'
    writeFileSync(join(dir, 'columns.yaml'), map)
    const days = Array.from({ length: 9 }, (_, i) => `${i},2024-01-0${i + 1} 10:00:00,9.00`)
    const bad = [
      '20,yesterday,9.00',
      '21,2024-01-05 10:00:00,9 euros',
      '22,2099-01-01 10:00:00,9.00',
      '23,x',
    ]
    writeFileSync(join(dir, 'o.csv'), `No,When,Total\n${[...days, ...bad].join('\n')}\n`)
    const { code, stdout } = await causeway(['inspect', dir, '--json'])
    expect(code).toBe(2)
    const { source, problems } = JSON.parse(stdout)
    expect(source).toBe('columns')
    const all = problems.join('\n')
    for (const words of ['line 14: 2 fields', '20 yesterday', '21 9 euros', '22 on 2099-01-01']) {
      expect(all).toContain(words)
    }
  })

  it('finds a header without an order, as a run would', async () => {
    const dir = emptyDir()
    const orders = readFileSync(join(ownFolder('marketplace'), 'orders.csv'), 'utf8')
    const items = readFileSync(join(ownFolder('marketplace'), 'order_items.csv'), 'utf8')
    writeFileSync(join(dir, 'orders.csv'), `${orders.split('\n')[0]}\n`)
    writeFileSync(join(dir, 'order_items.csv'), `${items.split('\n')[0]}\n`)
    const { code, stdout } = await causeway(['inspect', dir])
    expect(code).toBe(2)
    expect(stdout).toContain('- No order of the files has a date of purchase')
    expect(stdout).toContain('\norders: 0 rows\n\norder_items: 0 rows\n\n')
  })

  it('ends with a command that a shell takes as it stands', async () => {
    const dir = join(emptyDir(), "Müller's shop")
    cpSync(ownFolder('flat'), dir, { recursive: true })
    const { stdout } = await causeway(['inspect', dir])
    expect(stdout).toContain(`causeway run --data '${dir.replace("'", `'\\''`)}'`)
  })

  it('refuses a source that there is not', async () => {
    const { code, stderr } = await causeway(['inspect', ownFolder('flat'), '--source', 'magento'])
    expect(code).toBe(2)
    expect(stderr).toContain("source: got 'magento', allowed shopify, woocommerce, olist, columns.")
  })
})

describe('causeway init', () => {
  it('copies files of one’s own, which then run in the folder without a flag', async () => {
    const dir = join(emptyDir(), 'my-shop')
    const made = await causeway(['init', dir, '--from', ownFolder('flat')])
    expect(made.code).toBe(0)
    const { code, stdout } = await causeway(['run', '--through', 'dwh', '--json'], dir)
    expect(code).toBe(0)
    expect(JSON.parse(stdout).stages.map(({ stage }: { stage: string }) => stage)).toEqual([
      'raw',
      'dwh',
    ])
  })

  it('writes a map with the columns of the file to fill in', async () => {
    const dir = join(emptyDir(), 'my-shop')
    const from = emptyDir()
    writeFileSync(join(from, 'sales.csv'), 'No;When;Total\n')
    await causeway(['init', dir, '--source', 'columns', '--from', from])
    const map = readFileSync(join(dir, 'data', 'columns.yaml'), 'utf8')
    expect(map).toContain('# The header of sales.csv: No;When;Total')
    expect(map).toContain('delimiter: ";"')
    const { stdout } = await causeway(['inspect'], dir)
    expect(stdout).toContain('missing column COLUMN')
  })

  it.each([
    ['utf-8', Buffer.from('\ufeffNº;Größe\r\n1;2\r\n')],
    ['windows-1252', Buffer.from('Nº;Größe\n1;2\n', 'latin1')],
    ['utf-16le', Buffer.from('\ufeffNº;Größe\n1;2\n', 'utf16le')],
  ])('reads the columns of a file in %s as they are written', async (encoding, content) => {
    const dir = join(emptyDir(), 'my-shop')
    const from = emptyDir()
    writeFileSync(join(from, 'marketing_spend.csv'), 'date,channel,spend\n')
    writeFileSync(join(from, 'sales.csv'), content)
    await causeway(['init', dir, '--source', 'columns', '--from', from])
    const map = readFileSync(join(dir, 'data', 'columns.yaml'), 'utf8')
    expect(map).toContain('# The header of sales.csv: Nº;Größe\n')
    expect(map).toMatch(new RegExp(`^  encoding: ${encoding} +#`, 'm'))
  })

  it('writes the twenty most important assumptions at their defaults', () => {
    expect(importantAssumptions).toHaveLength(20)
    const file = join(emptyDir(), 'assumptions.yaml')
    writeFileSync(file, assumptionsText().replace(/^# ([a-z]+\.[a-z_.]+: .*)$/gm, '$1'))
    const { rows } = { rows: loadAssumptions({ file }).rows() }
    expect(rows).toEqual(Assumptions.defaults().rows())
    for (const id of importantAssumptions) expect(readFileSync(file, 'utf8')).toContain(`\n${id}: `)
  })
})
