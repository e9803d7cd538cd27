import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import * as causeway from 'causeway'
import type typescript from 'typescript'
import { describe, expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const tslab = createRequire(require.resolve('tslab'))
// tslab's own compiler, older than the library's: what cells are checked with.
const ts = tslab('@tslab/typescript-for-tslab') as typeof typescript

const CELL = resolve('notebooks', '__cell__.ts')

/** Compiles a cell as tslab does, declarations included, and answers with what it complains of. */
function complaints(source: string): string[] {
  const options: typescript.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    esModuleInterop: true,
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

  it('are told of a wrong type', () => {
    const source =
      "import { openWorkbench } from 'causeway'\nexport const wb = openWorkbench({ seed: '1' })"
    expect(complaints(source)).toEqual(["Type 'string' is not assignable to type 'number'."])
  })
})
