import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import * as causeway from 'causeway'
import type typescript from 'typescript'
import { describe, expect, it } from 'vitest'
import { codeCells, parseNotebook } from '../../src/jupyter/notebook.js'

const require = createRequire(import.meta.url)
const tslab = createRequire(require.resolve('tslab'))
// tslab's own compiler, older than the library's: what cells are checked with.
const ts = tslab('@tslab/typescript-for-tslab') as typeof typescript

/** How a cell begins that has a workbench. */
const OPENED =
  "import { openWorkbench, type TableRow } from 'causeway'\nconst wb = openWorkbench()\n"
const CELL = resolve('notebooks', '__cell__.ts')

/** Compiles a cell as tslab does (or strictly), declarations included, and answers with what it complains of. */
function complaints(source: string, strict = false): string[] {
  const options: typescript.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    esModuleInterop: true,
    strict,
    target: ts.ScriptTarget.ES2020,
    lib: ['lib.es2022.d.ts'],
    declaration: true,
    skipLibCheck: true,
    typeRoots: [join('node_modules', '@types')],
    types: ['node'],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (file) => file === CELL || fileExists(file)
  host.getSourceFile = (file, version, ...rest) =>
    file === CELL
      ? ts.createSourceFile(file, source, version)
      : getSourceFile.call(host, file, version, ...rest)
  const program = ts.createProgram([CELL], options, host)
  const file = program.getSourceFile(CELL)
  return [
    ...program.getSyntacticDiagnostics(),
    ...program.getSemanticDiagnostics(file),
    ...program.getDeclarationDiagnostics(file),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

/** Cells that name something wrongly, and what the compiler says of each. */
const MISSPELT = [
  ["await wb.table('dwh.fct_ordres')", /'"dwh.fct_ordres"' is not assignable/],
  ["(await wb.table('dwh.fct_orders')).objects()[0].order_idd", /'order_idd' does not exist/],
  ["(await wb.table('dwh.fct_orders')).get('order_idd')", /'"order_idd"' is not assignable/],
  ["(await wb.table('raw.orders')).get('order_ids')", /'"order_ids"' is not assignable/],
  ["(await wb.table('finance.verdict')).array('net_cents')", /'"net_cents"' is not assignable/],
  ["wb.assume({ 'finance.carier_cost_bps': 1 })", /'finance.carier_cost_bps'' does not exist/],
  ["wb.assume({ 'market.channels.mail.ctr_bp': 1 })", /'market.channels.mail.ctr_bp'' does not/],
  ['wb.assume({ market: { channels: { mail: { ctr_bp: 1 } } } })', /'ctr_bp' does not exist/],
  ["wb.assume({ 'finance.carrier_cost_bps': '1' })", /'string' is not assignable to type 'number/],
  ["wb.assume({ 'market.plan': 'flt' })", /'"flt"' is not assignable/],
] as const

describe('cells', { timeout: 60_000 }, () => {
  it('can hold in a constant whatever a public function or method returns', () => {
    const isClass = (value: unknown) => /^class\b/.test(String(value))
    const asked = Object.keys(causeway.questions).map(
      (name) => `export const ask_${name} = resultOf(c.questions.${name})`,
    )
    const results = Object.entries(causeway).flatMap(([name, value]) => {
      if (typeof value !== 'function') return []
      if (!isClass(value)) return [`export const ${name}_ = resultOf(c.${name})`]
      const methods = Object.entries(Object.getOwnPropertyDescriptors(value.prototype))
        .filter(([method, { value }]) => method !== 'constructor' && typeof value === 'function')
        .map(([method]) => `c.${name}.prototype.${method}`)
      return methods.map((path) => `export const ${path.replaceAll('.', '_')} = resultOf(${path})`)
    })
    const source = [
      "import * as c from 'causeway'",
      'declare function resultOf<T>(call: (...args: any[]) => Promise<T>): T',
      'declare function resultOf<T>(call: (...args: any[]) => T): T',
      ...results,
      ...asked,
    ].join('\n')
    expect(results.length).toBeGreaterThan(10)
    expect(complaints(source)).toEqual([])
  })

  it('do not compile where a name is misspelt', () => {
    const cells = MISSPELT.map(([cell], i) => `export const shown_${i} = ${cell}`)
    const found = complaints(`${OPENED}${cells.join('\n')}`)
    expect(found).toHaveLength(MISSPELT.length)
    for (const [i, [, words]] of MISSPELT.entries()) expect(found[i]).toMatch(words)
  })

  it('know what a column of a table is', () => {
    const cell = [
      'const orders = await wb.table("dwh.fct_orders")',
      'export const day: Date | null = orders.get("purchase_date", 0)',
      'const [row] = (await wb.table("finance.pnl_daily")).objects()',
      'export const commission: number | null = row!.commission_cents',
      'const page = await wb.query<Pick<TableRow<"raw.orders">, "order_status">>("select 1")',
      'export const text: string | null = page.objects()[0]!.order_status',
      "export const dearer = wb.assume({ 'finance.carrier_cost_bps': 1, market: { plan: 'csv' } })",
    ]
    expect(complaints(`${OPENED}${cell.join('\n')}`, true)).toEqual([])
  })

  it('of the five notebooks compile strictly, whole', () => {
    const found = readdirSync('notebooks')
      .filter((file) => file.endsWith('.ipynb'))
      .flatMap((file) => {
        const notebook = parseNotebook(readFileSync(join('notebooks', file), 'utf8'))
        const source = codeCells(notebook).map(({ source }) => source)
        return complaints(source.join('\n'), true).map((words) => `${file}: ${words}`)
      })
    expect(found).toEqual([])
  })

  it('are told of a wrong type', () => {
    const source =
      "import { openWorkbench } from 'causeway'\nexport const wb = openWorkbench({ seed: '1' })"
    expect(complaints(source)).toEqual(["Type 'string' is not assignable to type 'number'."])
  })
})
