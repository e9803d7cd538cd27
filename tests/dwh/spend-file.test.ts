import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { runDwh } from './harness.js'
import { tinyFolder } from './tiny.js'

const refused = async (lines: readonly string[], words: string) => {
  const run = runDwh(tinyFolder({ marketing_spend: lines }))
  await expect(run).rejects.toThrow(InputError)
  await expect(run).rejects.toThrow(words)
}

describe('marketing_spend.csv', () => {
  it('becomes one row a channel and day, to the cent', async () => {
    const db = await runDwh(
      tinyFolder({ marketing_spend: ['2018-01-01, tv ,10.5,,', '2018-01-02,tv,0.07,200,3'] }),
    )
    const rows = await db.all(
      `select date::varchar as date, channel, spend_cents, impressions, clicks
       from fct_marketing_spend order by date`,
    )
    const line = { channel: 'tv', impressions: null, clicks: null }
    expect(rows).toEqual([
      { ...line, date: '2018-01-01', spend_cents: 1_050 },
      { ...line, date: '2018-01-02', spend_cents: 7, impressions: 200, clicks: 3 },
    ])
    await db.close()
  })

  it('is refused where it cannot be read, naming column, day and value', async () => {
    const good = '2018-01-01,tv,1,,'
    await refused(
      [good, '01/05/2018,tv,1,,'],
      'date can be read as timestamp (castable_raw_marketing_spend_date): 1 violation, e.g. 01/05/2018. Allowed: a moment as 2024-05-31 18:45:00, or a day as 2024-05-31.',
    )
    await refused([good, '2018-01-02,tv,1.234,,'], 'spend can be read as cents')
    await refused([good, '2018-01-02,tv,5,1.5,'], 'impressions can be read as integer')
    await refused([good, '2018-01-02,tv,5,,many'], 'e.g. 2018-01-02 many')
    await refused([good, '2018-01-02,tv,-5,,'], 'spend, impressions and clicks are not negative')
    await refused([good, '2018-01-02,tv,-5,,'], 'Take a credit or a correction off the days')
    await refused([good, good], 'date, channel together stand in one row only')
    await refused([good, good], 'Add the lines of one day and channel up.')
    await refused([good, '2018-01-02,,5,,'], 'channel has a value')
  })
})

describe('lift_tests.csv', () => {
  const folder = (line: string) => {
    const dir = tinyFolder()
    const header = 'channel,first_date,last_date,spend_factor,lift_orders,standard_error'
    writeFileSync(join(dir, 'lift_tests.csv'), `${header}\n${line}\n`)
    return dir
  }

  it('loads where it is there', async () => {
    const db = await runDwh(folder('tv,2018-01-01,2018-01-28,0,-41.5,12'))
    const [row] = await db.all(
      'select spend_factor, lift_orders, standard_error from fct_lift_tests',
    )
    expect(row).toEqual({ spend_factor: 0, lift_orders: -41.5, standard_error: 12 })
    await db.close()
  })

  it('is refused when a test is not whole', async () => {
    await expect(runDwh(folder('tv,2018-01-28,2018-01-01,0,-41.5,12'))).rejects.toThrow(
      'a lift test has a first and a later last day',
    )
    await expect(runDwh(folder('tv,2018-01-01,2018-01-28,0,-41.5,'))).rejects.toThrow(
      'lift_tests_are_whole',
    )
  })
})
