import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sqlFunctions } from '../../../src/engine/functions.js'
import { castFunctions, createCasts, Database, type Engine } from '../../../src/engine/index.js'
import {
  SESSION_SETTINGS,
  SparkEngine,
  SparkSession,
  sparkAddress,
} from '../../../src/engine/spark/index.js'
import { writeOutLines } from '../../../src/finance/line-columns.js'
import { startEncryptedFront } from './encrypted-front.js'
import { type HandMade, handMade, TEXTS } from './hand-made.js'
import { type RunningSpark, sparkHome, startSpark } from './start-spark.mjs'

const model = (path: string) =>
  readFileSync(new URL(`../../../src/${path}.sql`, import.meta.url), 'utf8')

/** Asks a server one thing, in a process of its own: certificates are known from its start. */
const ask = join(import.meta.dirname, 'ask.mjs')

/** Statements on their way to the server may be changed, to plant a fault. */
let change = (sql: string) => sql

describe.skipIf(!sparkHome)('one SQL, two engines (needs pyspark: npm run spark-test)', () => {
  let spark: RunningSpark
  let session: SparkSession
  let folder: string
  let here: Database
  let there: Database
  let cluster: SparkEngine

  beforeAll(async () => {
    spark = await startSpark()
    session = await SparkSession.open(sparkAddress(spark.url), SESSION_SETTINGS.models)
    const execute = session.execute.bind(session)
    session.execute = (sql, ...rest) => execute(change(sql), ...rest)
    folder = mkdtempSync(join(tmpdir(), "causeway it's "))
    here = await Database.create()
    there = await Database.create()
    cluster = new SparkEngine({ session, db: there, folder, progress: () => {} })
    for (const engine of [here, cluster]) await createCasts(engine, 2)
  }, 180_000)
  afterAll(async () => {
    await session?.close()
    for (const db of [here, there]) await db?.close()
    await spark?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  let made = 0
  /** The rows of a query on each engine, with the types of their columns. */
  async function onBoth(sql: string, tables: Readonly<Record<string, HandMade>> = {}) {
    const name = `made_${made++}`
    const results: unknown[] = []
    for (const engine of [here, cluster] as Engine[]) {
      for (const [table, { schema, columns }] of Object.entries(tables)) {
        await engine.putTable(table, schema, columns, 'temporary')
      }
      await engine.makeTable(name, sql)
      const types = await engine.rows(`describe ${name}`)
      const rows = await engine.rows(
        `select cast(t as varchar) as row from ${name} as t order by all`,
      )
      results.push({ types, rows })
    }
    return { duckdb: results[0], spark: results[1] }
  }
  async function expectSame(sql: string, tables?: Readonly<Record<string, HandMade>>) {
    const { duckdb, spark } = await onBoth(sql, tables)
    expect(spark).toEqual(duckdb)
  }
  async function expectDifferent(
    fault: (sql: string) => string,
    sql: string,
    tables: Readonly<Record<string, HandMade>>,
  ) {
    change = fault
    try {
      const { duckdb, spark } = await onBoth(sql, tables)
      expect(spark).not.toEqual(duckdb)
    } finally {
      change = (text) => text
    }
  }

  it('reads texts the same, whatever they hold', async () => {
    const texts = handMade({ x: 'VARCHAR' }, [...TEXTS.map((text) => [text]), [null]])
    const casts = Object.keys(castFunctions(2)).map((name) => `${name}(x) as as_${name}`)
    await expectSame(`select x, ${casts.join(', ')} from texts`, { texts })
  }, 120_000)

  it('has the same text functions', async () => {
    const texts = handMade({ x: 'VARCHAR' }, [...TEXTS.map((text) => [text]), [null]])
    await expectSame(
      `select x, trim(x) as t, lower(trim(x)) as l, upper(trim(x)) as u, md5(x) as m, cast(length(x) as integer) as z,
        substr(x, 1, 3) as s, cast(instr(x, '1') as integer) as i, replace(x, '1', '''') as r, lpad(x, 5, '0') as p,
        concat(coalesce(x, ''), ':', 'y') as c, concat_ws('|', x, 'y', x) as w,
        nullif(x, '') as n, regexp_matches(x, '^[0-9]+$') as d,
        cast(position('1' in coalesce(x, '')) as integer) as o
      from texts`,
      { texts },
    )
  }, 120_000)

  it('counts in whole cents the same, for amounts of either sign', async () => {
    const cents = [-1005, -1004, -7, -1, 0, 1, 7, 1004, 1005, 9_000_000_000_000]
    const amounts = handMade({ x: 'BIGINT', y: 'BIGINT' }, [
      ...cents.flatMap((x) => [1, 3, 7, 10_000].map((y) => [x, y])),
      [null, 3],
      [5, null],
    ])
    const { month_of, moved_zone, days_between, total, day_share, high_bits, ...ofNumbers } =
      sqlFunctions
    const calls = Object.keys(ofNumbers).map((name) => `${name}(x, y) as by_${name}`)
    await expectSame(
      `select x, y, x // y as q, x % y as r, day_share(x, y, 1) as s, ${calls.join(', ')} from amounts`,
      { amounts },
    )
  }, 120_000)

  it('has the same calendar, before 1970 too', async () => {
    const days = handMade(
      { d: 'DATE', e: 'DATE' },
      [-25567, -1, 0, 59, 17_225, 17_531, 20_000].flatMap((d) => [
        [d, 17_590],
        [d, null],
      ]),
    )
    await expectSame(
      `select d, e, days_between(d, e) as n, month_of(d) as m, cast(d as varchar) as t,
        cast(date_trunc('quarter', d) as date) as q, d + cast(3 as integer) as later,
        cast(d as timestamp) + to_days(cast(2 as integer)) as at,
        moved_zone(cast(d as timestamp), 'UTC', 'America/Sao_Paulo') as moved
      from days`,
      { days },
    )
  }, 120_000)

  const sellers = handMade(
    { seller_id: 'VARCHAR', zip_code_prefix: 'VARCHAR', city: 'VARCHAR', state: 'VARCHAR' },
    [
      ['a', null, 'x', 'SP'],
      ['a', '01001', 'y', 'RJ'],
      ['b', '01001', null, null],
      ['b', '01001', 'ã', 'SP'],
      ['c', null, null, null],
      [null, '01001', 'z', 'SP'],
    ],
  )
  const stars = {
    stg_sellers: sellers,
    stg_order_items: handMade({ order_id: 'VARCHAR', seller_id: 'VARCHAR' }, [['o', 'a']]),
    fct_orders: handMade({ order_id: 'VARCHAR', purchase_date: 'DATE' }, [['o', 17_225]]),
  }

  it(
    'puts NULLs in the same place',
    () => expectSame(model('dwh/models/dim_seller'), stars),
    120_000,
  )

  it('would tell where one did not', async () => {
    const fault = (sql: string) => sql.replace('zip_code_prefix nulls last', 'zip_code_prefix')
    await expectDifferent(fault, model('dwh/models/dim_seller'), stars)
  }, 120_000)

  const costs = writeOutLines('{split}_cents').split('\n')
  const splits = {
    order_parts: handMade(
      {
        order_id: 'VARCHAR',
        order_item_id: 'INTEGER',
        order_items: 'BIGINT',
        weight: 'BIGINT',
        order_weight: 'BIGINT',
      },
      [
        ['tie', 1, 3, 1, 3],
        ['tie', 2, 3, 1, 3],
        ['tie', 3, 3, 1, 3],
        ['uneven', 1, 2, 999, 1000],
        ['uneven', 2, 2, 1, 1000],
        ['one', 1, 1, 5, 5],
      ],
    ),
    order_costs: handMade(
      Object.fromEntries([['order_id', 'VARCHAR'], ...costs.map((name) => [name, 'BIGINT'])]),
      [
        ['tie', ...costs.map((_, i) => 100 + i)],
        ['uneven', ...costs.map((_, i) => 7 - i)],
        ['one', ...costs.map((_, i) => i)],
      ],
    ),
  }
  const itemSplits = writeOutLines(model('finance/models/staging/item_splits'))

  it('splits cents by the same remainders', () => expectSame(itemSplits, splits), 120_000)

  it('would tell where a division were none of integers', async () => {
    await expectDifferent((sql) => sql.replace(' div ', ' / '), itemSplits, splits)
  }, 120_000)

  it('lets no sum beyond 2^63 pass', async () => {
    const much = handMade({ x: 'BIGINT' }, [[9e15], [9e15]])
    const sql = 'select total(x * 1000) as total_cents from much'
    for (const engine of [here, cluster] as Engine[]) {
      await engine.putTable('much', much.schema, much.columns, 'temporary')
      await expect(engine.makeTable('beyond', sql)).rejects.toThrow(
        'a sum or a product is beyond 2^63',
      )
    }
  }, 120_000)

  it(
    'makes an empty table with its columns',
    () =>
      expectSame('select x, x // 2 as half from (select cast(1 as bigint) as x) as t where x > 1'),
    120_000,
  )

  it('is reached through an encrypted gateway by whoever knows it and has its token', async () => {
    const front = await startEncryptedFront(folder, sparkAddress(spark.url).port, 'the token')
    const asking = (token: string, certificate?: string) => {
      const trust = certificate ? { GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: certificate } : {}
      const env = { ...process.env, CAUSEWAY_ENGINE_TOKEN: token, ...trust }
      const url = `sc://localhost:${front.port}/;use_ssl=true`
      return promisify(execFile)(process.execPath, [ask, url], { env })
    }
    try {
      expect((await asking('the token', front.certificate)).stdout).toBe('answered\n')
      await expect(asking('another', front.certificate)).rejects.toThrow(/refused the token/)
      await expect(asking('the token')).rejects.toThrow(/no Spark Connect server answers/)
    } finally {
      front.stop()
    }
  }, 120_000)
})
