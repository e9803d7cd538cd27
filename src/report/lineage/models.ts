import { readdirSync, readFileSync } from 'node:fs'
import { sqlTokens } from '../../engine/index.js'
import type { StageName } from '../../schema/artifact-names.js'

/** A SELECT that makes one table of a stage. */
export interface TableModel {
  /** With its artifact, e.g. `dwh.fct_orders`. */
  readonly table: string
  /** The file, from the root of the library's source. */
  readonly file: string
  readonly sql: string
}

const SOURCES = new URL('../../', import.meta.url)

/** The stages whose tables are made by models in SQL. */
const STAGES: readonly StageName[] = ['dwh', 'attribution', 'finance']

/** Every model of the stages, those of tables that are not published among them. */
export function tableModels(): TableModel[] {
  return STAGES.flatMap((stage) => [
    ...modelsIn(stage, `${stage}/models`),
    ...(stage === 'finance' ? modelsIn(stage, 'finance/models/staging') : []),
  ])
}

function modelsIn(stage: StageName, folder: string): TableModel[] {
  return readdirSync(new URL(folder, SOURCES))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({
      table: `${stage}.${name.replace('.sql', '')}`,
      file: `src/${folder}/${name}`,
      sql: readFileSync(new URL(`${folder}/${name}`, SOURCES), 'utf8').trim(),
    }))
}

/** A statement without its comments and its texts, so that words in them are not taken for tables. */
function bare(sql: string): string {
  const plain = { space: ' ', text: "''" } as Readonly<Record<string, string>>
  return sqlTokens(sql)
    .map(({ kind, text }) => plain[kind] ?? text)
    .join('')
}

/** What a SELECT reads, as it names them: tables, views and lookups, without its own subqueries. */
export function tablesRead(sql: string): string[] {
  const text = bare(sql)
  const own = new Set([...text.matchAll(/(\w+)\s+as\s*\(/g)].map(([, name]) => name))
  const read = [...text.matchAll(/\b(?:from|join)\s+(\w+(?:\.\w+)?)/gi)].map(([, name]) => name!)
  return [...new Set(read.filter((name) => !own.has(name)))]
}

/** The names that a model reads from its row of parameters. */
export function parametersRead(sql: string): string[] {
  const text = bare(sql)
  const row = /\bparams\b(?:\s+as\s+(\w+))?/.exec(text)
  if (!row) return []
  const names = [...text.matchAll(new RegExp(`\\b${row[1] ?? 'params'}\\.(\\w+)`, 'g'))]
  return [...new Set(names.map(([, name]) => name!))]
}
