import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Assumptions } from '../../../src/assumptions/index.js'
import { laws } from '../../../src/judgment/index.js'
import { covers } from '../../../src/report/book/assumption-groups.js'
import { lawTables } from '../../../src/report/lineage/law-tables.js'
import { lineage } from '../../../src/report/lineage/lineage.js'
import { declaredTables, madeByCode } from '../../../src/report/lineage/made-by-code.js'
import { parametersRead, tableModels, tablesRead } from '../../../src/report/lineage/models.js'
import { road } from '../../../src/report/lineage/road.js'
import { schemas } from '../../../src/schema/dictionary.js'

const tables = lineage()
const published = Object.entries(schemas).flatMap(([artifact, all]) =>
  Object.keys(all).map((name) => `${artifact}.${name}`),
)

describe('tablesRead', () => {
  it('names what a SELECT reads, without its own subqueries, comments and texts', () => {
    const sql = `-- from nowhere
      with daily as (select * from dwh.fct_orders)
      select 'from elsewhere' as words from daily inner join order_parts as p on true`
    expect(tablesRead(sql)).toEqual(['dwh.fct_orders', 'order_parts'])
  })
})

describe('the lineage of a source whose files have names of their own', () => {
  it('leads from staging to the file, whatever signs its texts hold', () => {
    const sql = "select replace(id, '--', '') as order_id from raw.shop_orders"
    const own = lineage(new Map([['dwh.stg_orders', sql]]))
    expect(own.get('dwh.stg_orders')!.from).toEqual(['raw.shop_orders'])
    expect(own.get('raw.shop_orders')!.feeds).toEqual(['dwh.stg_orders'])
  })
})

describe('parametersRead', () => {
  it('follows the name that the model gives the row', () => {
    expect(parametersRead('select p.grace_days, q.x from a as q cross join params as p')).toEqual([
      'grace_days',
    ])
    expect(parametersRead('select params.seed from params')).toEqual(['seed'])
    expect(parametersRead('select p.x from a as p')).toEqual([])
  })
})

describe('lineage', () => {
  it('tells the way of a table up and down', () => {
    expect(tables.get('attribution.click_lots')).toMatchObject({
      from: ['attribution.click_lot_daily'],
      isPublished: true,
    })
    expect(tables.get('finance.verdict')!.from).toContain('attribution.click_lots')
    expect(tables.get('attribution.click_lots')!.feeds).toContain('finance.verdict')
  })

  it('has an origin for every published table behind the files, SQL or code, never both', () => {
    const made = published.filter((table) => !table.startsWith('raw.'))
    const byModel = new Set(tableModels().map(({ table }) => table))
    expect(made.filter((table) => byModel.has(table) === table in madeByCode)).toEqual([])
  })

  it('knows every table that a model reads: made by a model, by code, or of declared rows', () => {
    const named = tableModels().flatMap(({ table, sql }) =>
      tablesRead(sql).map((name) => (name.includes('.') ? name : `${table.split('.')[0]}.${name}`)),
    )
    const isKnown = (name: string) =>
      tables.has(name) || name in declaredTables || name.endsWith('.params')
    expect([...new Set(named)].filter((name) => !isKnown(name))).toEqual([])
  })

  it('names no assumption that is not there', () => {
    const patterns = Assumptions.defaults()
      .with({ 'finance.fixed_costs.rent.month_cents': 1 })
      .rows()
      .map(({ id }) => id)
    const assumed = [...tables.values()].flatMap(({ assumes }) => assumes)
    const known = (need: string) => patterns.some((id) => covers(need, id))
    expect(assumed.filter((need) => !known(need))).toEqual([])
  })

  it('declares of tables made by code what the code of their stage reads', () => {
    const sources = (stage: string) =>
      readdirSync(join('src', stage), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join('src', stage, file), 'utf8'))
        .join('\n')
    for (const [table, { from }] of Object.entries(madeByCode)) {
      const [stage] = table.split('.')
      const text = sources(stage!)
      const bare = (name: string) => name.replace(`${stage}.`, '')
      expect({ table, missing: from.filter((name) => !text.includes(bare(name))) }).toEqual({
        table,
        missing: [],
      })
    }
  })

  it('shows what a source says of its files', () => {
    const sql = 'select order_id from raw.orders'
    const own = lineage(new Map([['dwh.stg_orders', sql]]))
    expect(own.get('dwh.stg_orders')).toMatchObject({ from: ['raw.orders'], model: { sql } })
    expect(own.get('raw.orders')!.feeds).toEqual(['dwh.stg_orders'])
  })
})

describe('lawTables', () => {
  it('follows the working tables of a law', () => {
    const law = laws.find(({ id }) => id === 'attribution.demand_of_a_day')!
    expect([...lawTables(law)]).toContain('attribution.demand_daily')
    expect([...lawTables(law)]).toContain('dwh.fct_orders')
  })
})

describe('road', () => {
  const steps = road(tables)

  it('leads from spend to the verdict over published tables', () => {
    const names = new Set(steps.flatMap(({ from, to }) => [from, to]))
    expect([...names].filter((name) => !published.includes(name))).toEqual([])
    expect(names).toContain('dwh.fct_marketing_spend')
    expect(names).toContain('attribution.bridge_order_clicks')
    expect(steps.filter(({ to }) => to === 'finance.verdict').length).toBeGreaterThan(0)
  })

  it('leaves out what longer ways make', () => {
    const has = (from: string, to: string) => steps.some((s) => s.from === from && s.to === to)
    expect(has('attribution.click_lots', 'finance.verdict')).toBe(false)
    expect(has('attribution.click_lots', 'attribution.bridge_order_clicks')).toBe(true)
  })
})
