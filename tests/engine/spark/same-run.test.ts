import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbench, type Workbench } from '../../../src/index.js'
import { expectSameTables } from './same-tables.js'
import { type RunningSpark, sparkHome, startSpark } from './start-spark.mjs'

const sample = join(import.meta.dirname, '..', '..', '..', 'data', 'sample')
/** What the sample never holds: nothing, ties, line breaks, a delivery before its purchase. */
const ODD_ROWS = {
  olist_customers_dataset: [
    'c-1,p-1,,,',
    'c-2,p-1,01001,"são\npaulo",sp',
    'c-3,p-1,,,',
    'c-4,,01001,"it""s, a city",',
    'c-4,p-4,01002,x,RJ',
  ],
  olist_orders_dataset: [
    'o-1,c-1,delivered,2018-03-05 10:00:00,,,,',
    'o-2,c-2,delivered,2018-03-05 10:00:00,2018-03-06 00:00:00,2018-03-04 00:00:00,2018-03-01 00:00:00,2018-02-01 00:00:00',
    'o-3,c-3,canceled,2018-03-05 10:00:00,2018-03-05 10:00:00,,,2018-04-01 00:00:00',
    'o-4,c-4,shipped,2018-03-31 23:59:59,2018-03-31 23:59:59,2018-04-01 00:00:00,,',
    'o-5,c-none,unavailable,2018-02-28 00:00:00,,,,',
  ],
  olist_order_items_dataset: [
    'o-1,1,pr-1,s-1,,0.00,0.00',
    'o-1,2,pr-1,s-1,,0.00,0.01',
    'o-1,3,pr-2,,,0.00,0.01',
    'o-2,1,,s-none,2018-03-10 00:00:00,1.5,0.99',
    'o-2,2,pr-none,s-2,2018-03-10 00:00:00,1.50,0.99',
    'o-4,1,pr-1,s-2,2018-04-10 00:00:00,0.01,33.33',
  ],
  olist_order_payments_dataset: [
    'o-1,1,voucher,1,0.02',
    'o-2,1,credit_card,1,2.49',
    'o-2,2,boleto,1,2.49',
    'o-3,1,credit_card,12,10.00',
    'o-4,1,not_defined,1,33.34',
  ],
  olist_order_reviews_dataset: [
    `r-1,o-1,5," ","a ""line""\r\nand 'another'",2018-03-20 00:00:00,2018-03-21 00:00:00`,
    'r-1,o-2,1,,,2018-03-20 00:00:00,2018-03-21 00:00:00',
  ],
  olist_sellers_dataset: ['s-1,,,', 's-1,01001,,SP', 's-2,1001,São Paulo,sp'],
  olist_products_dataset: ['pr-1,,,,,,,,', 'pr-1,no_translation,,,2,100,,,', 'pr-2,,,,,,,,'],
  olist_geolocation_dataset: ['01001,-99.0,0.0,,', '01002,-23.5505195,-46.63330850,x,RJ'],
}

describe.skipIf(!sparkHome)('a run on Spark (needs pyspark: npm run spark-test)', () => {
  let spark: RunningSpark
  let folder: string
  let data: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'causeway-engines-'))
    data = join(folder, 'data')
    cpSync(sample, data, { recursive: true })
    for (const [name, rows] of Object.entries(ODD_ROWS)) {
      appendFileSync(join(data, `${name}.csv`), `${rows.join('\n')}\n`)
    }
    spark = await startSpark()
  }, 180_000)
  afterAll(async () => {
    await spark?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  const open = (name: string): Workbench => openWorkbench({ data, workbench: join(folder, name) })
  const cluster = () => ({ engine: spark.url, root: join(folder, 'root') })

  it('makes every table the same, though a worker is killed in the middle', async () => {
    const here = open('here')
    const there = open('there')
    await here.run()
    let killed = 0
    await there.run({
      cluster: cluster(),
      onProgress: ({ message }) => {
        if (killed === 0 && message.includes('making fct_recognition')) {
          killed++
          spark.killExecutor()
        }
      },
    })
    expect(killed).toBe(1)
    await expectSameTables(there, here)
    expect((await there.answer('select count(*) as n from finance.verdict')).rows).toEqual([[1]])
    await expect(there.answer(`select * from read_csv('/etc/passwd')`)).rejects.toThrow(/disabled/)
    const again = await there.run({ cluster: cluster() })
    expect(again.stages.every(({ reused }) => reused)).toBe(true)
    await expectStopped(there)
    for (const workbench of [here, there]) await workbench.close()
  }, 900_000)

  /** Laws that are stopped while the cluster is asked leave nothing where its tables are. */
  async function expectStopped(there: Workbench) {
    const stop = new AbortController()
    const judging = there.judgeOn({ ...cluster(), signal: stop.signal }, (message) => {
      if (message.startsWith('asking dwh')) stop.abort()
    })
    await expect(judging).rejects.toThrow(/Stopped/)
    const left = [...readdirSync(join(folder, 'root')), ...readdirSync(there.dir)]
    expect(left.filter((name) => name.startsWith('check-'))).toEqual([])
  }

  it('publishes nothing when the driver is killed, and leaves nothing behind', async () => {
    const foldersOfDwh = () =>
      readdirSync(join(folder, 'root')).filter((name) => name.startsWith('dwh-'))
    const before = foldersOfDwh()
    const workbench = open('killed')
    let killing: Promise<void> | undefined
    const run = workbench.run({
      cluster: cluster(),
      onProgress: ({ message }) => {
        if (message.includes('fct_orders')) killing ??= spark.killDriver()
      },
    })
    await expect(run).rejects.toThrow(/went away while/)
    await killing
    expect(foldersOfDwh().length).toBe(before.length + 1)
    await expect(workbench.rows('select 1 as x from dwh.fct_orders')).rejects.toThrow()
    await workbench.run({ through: 'dwh' })
    expect(foldersOfDwh()).toEqual(before)
    expect(await workbench.rows('select count(*) > 0 as x from dwh.fct_orders')).toEqual([
      { x: true },
    ])
    await workbench.close()
  }, 600_000)
})
