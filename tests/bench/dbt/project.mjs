import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { loadAssumptions } from '../../../dist/assumptions/index.js'
import { models } from '../../../dist/dwh/stage.js'
import { suppliedSql } from '../../../dist/dwh/staging.js'
import { castFunctions } from '../../../dist/engine/casts.js'
import { sqlFunctions } from '../../../dist/engine/functions.js'
import { countryBounds } from '../../../dist/schema/country-bounds.js'
import { olistFiles } from '../../../dist/schema/raw.js'
import { sourceOf } from '../../../dist/sources/index.js'

/** The files of a marketplace, without those of leads. */
const nineFiles = olistFiles.slice(0, 9)

/**
 * Writes a dbt project of the library's own SQL: the files of a folder as tables of text, the staging as
 * views over them, the models of the warehouse as tables.
 *
 * @param warehouse an artifact of stage dwh, for its calendar, which no SQL makes
 * @returns the database that the project makes
 */
export function writeProject(folder, data, warehouse) {
  const database = join(folder, 'dbt.duckdb')
  mkdirSync(join(folder, 'models'), { recursive: true })
  const write = (name, text) => writeFileSync(join(folder, name), text)
  const model = (name, kind, sql) =>
    write(`models/${name}.sql`, `{{ config(materialized='${kind}') }}\n${sql}\n`)

  write(
    'profiles.yml',
    yaml({
      shop: {
        target: 'it',
        outputs: { it: { type: 'duckdb', path: database, threads: availableParallelism() } },
      },
    }),
  )
  const functions = { ...sqlFunctions, ...castFunctions(2) }
  const macros = Object.entries(functions).map(
    ([name, { parameters, body }]) =>
      `create or replace macro ${name}(${parameters.join(', ')}) as ${body}`,
  )
  const attach = `attach '${warehouse}' as warehouse (read_only)`
  write(
    'dbt_project.yml',
    yaml({ name: 'shop', profile: 'shop', 'on-run-start': [...macros, attach] }),
  )

  const raw = new Map(nineFiles.map(({ table, header }) => [table, header]))
  for (const { table, stems } of nineFiles) {
    const path = join(data, `${stems[0]}.csv`)
    model(`raw_${table}`, 'table', `select * from read_csv('${path}', all_varchar = true)`)
  }
  const olist = sourceOf({ name: 'olist', mapping: null })
  const staging = suppliedSql(olist, raw, loadAssumptions())
  for (const [table, sql] of Object.entries(staging)) model(`stg_${table}`, 'view', linked(sql))
  model('params', 'table', `select ${paramColumns()}`)
  model('dim_date', 'table', 'select * from warehouse.dim_date')
  for (const { name, sql } of models) model(name, 'table', linked(sql))
  return database
}

/** Tables that a SELECT reads, as references that dbt can follow. */
function linked(sql) {
  return sql
    .replace(/--.*/g, '')
    .replace(/\b(from|join)\s+raw\.(\w+)/g, "$1 {{ ref('raw_$2') }}")
    .replace(/\b(from|join)\s+(stg_\w+|dim_\w+|fct_\w+|params)\b/g, "$1 {{ ref('$2') }}")
}

function paramColumns() {
  const assumptions = loadAssumptions()
  const params = {
    payment_tolerance_cents: assumptions.number('dwh.payment_tolerance_cents'),
    category_fallback: assumptions.text('dwh.category_fallback'),
    minor_units: 100,
    ...countryBounds(assumptions.text('place.country')),
  }
  return Object.entries(params)
    .map(
      ([name, value]) =>
        `${typeof value === 'string' ? `'${value}'` : `${value}::bigint`} as ${name}`,
    )
    .join(', ')
}

/** JSON is YAML. */
const yaml = (value) => JSON.stringify(value)
