import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InputError } from '../../../src/errors.js'
import { generateMarketplace } from '../../../src/synthetic/index.js'

const tiny = { orders: 20, firstDay: '2018-01-01', lastDay: '2018-01-31' }
let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'causeway-generate-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

describe('options', () => {
  it.each([
    [{ orders: 0 }, /orders: got 0/],
    [{ orders: 1.5 }, /orders: got 1.5/],
    [{ seed: -1 }, /seed: got -1/],
    [{ firstDay: '2018-02-30' }, /firstDay: got '2018-02-30'/],
    [{ firstDay: '2018-02-02', lastDay: '2018-02-01' }, /lastDay: got 2018-02-01/],
  ])('%j is refused', async (options, message) => {
    const call = generateMarketplace({ dir, ...options })
    await expect(call).rejects.toThrow(InputError)
    await expect(generateMarketplace({ dir, ...options })).rejects.toThrow(message)
    expect(readdirSync(dir)).toEqual([])
  })
})

describe('the folder', () => {
  it('is made where missing, and holds the nine files and their note', async () => {
    const inner = join(dir, 'a', 'b')
    const { files } = await generateMarketplace({ dir: inner, ...tiny })
    expect(readdirSync(inner).sort()).toEqual(
      ['generated.json', ...files.map((file) => file.name)].sort(),
    )
    expect(files).toHaveLength(9)
  })

  it('with a CSV file of someone else is refused and left as it was', async () => {
    const own = join(dir, 'olist_orders_dataset.csv')
    writeFileSync(own, 'mine\n')
    await expect(generateMarketplace({ dir, ...tiny })).rejects.toThrow(/was not generated here/)
    expect(readFileSync(own, 'utf8')).toBe('mine\n')
    expect(readdirSync(dir)).toHaveLength(1)
  })

  it('is generated anew over what was generated before, but not over what was changed', async () => {
    await generateMarketplace({ dir, ...tiny })
    const { files } = await generateMarketplace({ dir, ...tiny, orders: 30 })
    expect(files.find((file) => file.name === 'olist_orders_dataset.csv')?.rows).toBe(30)
    writeFileSync(join(dir, 'olist_sellers_dataset.csv'), 'mine now\n')
    await expect(generateMarketplace({ dir, ...tiny })).rejects.toThrow(InputError)
    expect(existsSync(join(dir, '.generating'))).toBe(false)
  })
})
