import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newFolder } from '../raw/harness.js'
import { causeway, ownFolder, runFolder } from './harness.js'

const WORKBOOK = Buffer.from('504b030414000600', 'hex')

/** A folder with these files; a name alone is that of the Shopify shop's orders. */
function folder(files: Readonly<Record<string, string | Buffer>>): string {
  const dir = newFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content)
  return dir
}

function shop(files: Readonly<Record<string, string | Buffer>>): string {
  const dir = folder(files)
  cpSync(join(ownFolder('shopify'), 'orders_export_1.csv'), join(dir, 'orders_export_1.csv'))
  return dir
}

describe('a file of the folder that is read as nothing', () => {
  it('is said wherever the answer stands, for what it holds might be the spend', async () => {
    const data = shop({
      'posters.csv': 'Week,Motif,Paid\n2024-W10,Tram,900\n',
      'spend.xlsx': WORKBOOK,
    })
    const { answer } = await runFolder(data, '--through', 'market')
    expect(answer.notes).toContainEqual(
      expect.objectContaining({
        note_id: 'unread_files',
        severity: 'warning',
        statement: expect.stringMatching(/^Not read: posters\.csv, spend\.xlsx\. .*in no figure/),
      }),
    )
    const { code, stdout } = await causeway(['inspect', data])
    expect(code).toBe(0)
    expect(stdout).toContain('- Not read: posters.csv, spend.xlsx. ')
  })
})

describe('a folder without a file of orders', () => {
  const refused = async (files: Readonly<Record<string, string | Buffer>>) => {
    const { code, stderr } = await causeway(['run', '--data', folder(files)])
    expect(code).toBe(2)
    return stderr
  }

  it('hears which files are known, and how to map others', async () => {
    const words = await refused({})
    for (const part of ['shopify: a file with the columns Name, ', 'woocommerce: ', 'olist: ']) {
      expect(words).toContain(part)
    }
    expect(words).toContain('`causeway init NEW --source columns --from /')
    expect(words).not.toContain('missing olist')
  })

  it('hears that a workbook is none, whatever its name', async () => {
    const both = { 'orders.xlsx': WORKBOOK }
    expect(await refused(both)).toContain('but orders.xlsx (save as CSV: only CSV is read)')
    const named = { 'orders.csv': WORKBOOK }
    expect(await refused(named)).toContain('orders.csv (a workbook or an archive, not CSV')
    const header =
      'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value'
    const whole = { ...named, 'order_items.csv': `${header}\n` }
    expect(await refused(whole)).toContain('orders.csv is a workbook or an archive, not CSV')
  })

  it.skipIf(process.getuid?.() === 0)('hears that a file may not be read', async () => {
    const data = shop({})
    chmodSync(join(data, 'orders_export_1.csv'), 0o000)
    const { code, stderr } = await causeway(['inspect', data])
    expect(code).toBe(2)
    expect(stderr).toContain('orders_export_1.csv may not be read by this user.')
  })

  it('hears of two exports that one may go on where the other ends', async () => {
    const data = shop({})
    cpSync(join(data, 'orders_export_1.csv'), join(data, 'orders_export_2.csv'))
    const { code, stderr } = await causeway(['run', '--data', data])
    expect(code).toBe(2)
    expect(stderr).toContain('join them under one header; if one is a copy, move it out')
  })
})

describe('the own folder data', () => {
  it.each([
    ['in capitals', 'ORDERS_EXPORT.CSV', 'read as shopify'],
    ['as a workbook', 'orders.xlsx', 'orders.xlsx (save as CSV'],
  ])('is never passed over for the sample: %s', async (_, name, words) => {
    const home = newFolder()
    mkdirSync(join(home, 'data'))
    const source = join(ownFolder('shopify'), 'orders_export_1.csv')
    if (name.endsWith('CSV')) cpSync(source, join(home, 'data', name))
    else writeFileSync(join(home, 'data', name), WORKBOOK)
    const { stdout, stderr } = await causeway(['inspect'], home)
    expect(`${stdout}${stderr}`).toContain(words)
  })
})

describe('a business that sells its own goods', () => {
  it('hears nothing of sellers; without the preset it hears that it counts as a marketplace', async () => {
    const notes = async (...args: string[]) => {
      const { answer } = await runFolder(ownFolder('shopify'), '--through', 'market', ...args)
      return answer.notes.map(({ note_id }: { note_id: string }) => note_id)
    }
    expect(await notes()).toContain('sellers_assumed')
    const own = await notes('--preset', 'own_shop')
    for (const id of ['sellers_assumed', 'no_leads']) expect(own).not.toContain(id)
  })
})
