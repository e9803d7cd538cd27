import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import * as causeway from '../../src/index.js'
import { firstPageText, readStatement } from '../../src/report/index.js'
import { Workbench } from '../../src/workbench/index.js'
import { putWholeRun } from '../made/whole-run.js'
import { blocksOf } from './how-to.js'

const folder = mkdtempSync(join(tmpdir(), 'causeway-readme-'))
const openWorkbench = () => causeway.openWorkbench({ workbench: folder })
let base: Workbench

beforeAll(async () => {
  await putWholeRun('sample', folder)
  base = openWorkbench()
}, 120_000)
afterAll(async () => {
  await base.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('README', () => {
  it('quotes the answer of the sample, to the cent', async () => {
    const readme = readFileSync('README.md', 'utf8')
    const [, quoted] = /ends with its answer:\n\n((?: {4}.*\n)+)/.exec(readme)!
    await causeway.makeDecisions(base)
    const page = firstPageText(await readStatement(base))
    const [, answer] = /\nAnswer\n(.*?\n)\n/s.exec(page)!
    expect(quoted!.replaceAll(/^ {4}/gm, '')).toBe(answer)
  })

  it('has scenarios that run as they stand, and two lines that show what moved', async () => {
    const program = blocksOf('README.md', 'ts')
      .join('\n')
      .replace(/^import (.*) from 'causeway'$/m, 'const $1 = causeway')
    const shown: string[] = []
    const page = causeway.notebookDisplay(base, { html: (text) => shown.push(text), svg() {} })
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor
    const quick = vi.spyOn(Workbench.prototype, 'quick')
    onTestFinished(() => quick.mockRestore())
    const scenarios = `${program}\nreturn [base, dearer]`
    const opened = await new AsyncFunction('causeway', 'page', scenarios)(
      { ...causeway, openWorkbench },
      page,
    )
    const { whole } = await quick.mock.results[0]!.value
    await whole
    for (const workbench of opened) await workbench.close()
    expect(shown.at(-1)).toMatch(/What moved.*Contribution after marketing.*108,142\.18/s)
    expect(causeway.publishedRuns(folder).map(({ name }) => name)).toContain('dearer-carriers')
  })
})
