import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findJupyter } from '../../dist/jupyter/find.js'
import { formatNotebook, type Notebook, parseNotebook } from '../../dist/jupyter/notebook.js'
import { runNotebooks } from '../../dist/jupyter/run.js'
import { ownFolder } from '../sources/harness.js'

/** The kernel starts from the built library, and so does this test. */
const project = resolve('.')
const jupyter = await findJupyter(project, 'execute')
const where = jupyter
  ? 'over the real kernel'
  : 'over the real kernel: SKIPPED, no Jupyter is found (`causeway notebooks` makes one)'
const dir = mkdtempSync(join(tmpdir(), 'causeway-notebooks-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const names = [
  '01_setup_infrastructure',
  '02_build_dwh_schema',
  '03_market_engine',
  '04_attribution_bridge',
  '05_unified_financials',
]

function notebook(source: string): Notebook {
  const heading = { cell_type: 'markdown' as const, id: 'a', metadata: {}, source: '# Title' }
  const cell = { cell_type: 'code' as const, id: 'b', metadata: {}, source, outputs: [] }
  return { cells: [heading, cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }
}

describe.skipIf(!jupyter)(where, { timeout: 300_000 }, () => {
  it('the five run on own data of three months, and show its money', async () => {
    const outDir = join(dir, 'five')
    const { notebooks } = await runNotebooks({
      jupyter: jupyter!,
      notebooks: names.map((name) => join(project, 'notebooks', `${name}.ipynb`)),
      outDir,
      env: { CAUSEWAY_DATA: ownFolder('flat'), CAUSEWAY_WORKBENCH: join(dir, 'workbench') },
    })
    expect(notebooks.map(({ name }) => name)).toEqual(names)
    const last = readFileSync(join(outDir, '05_unified_financials.ipynb'), 'utf8')
    expect(last).toContain('€')
    expect(last).not.toContain('R<span>')
    expect(last).toContain('No decisions on this data. fit: got 91 days')
  })

  it('one that fails leaves the others, and an honest page in its place', async () => {
    const folder = join(project, 'notebooks')
    const outDir = join(dir, 'failing')
    mkdirSync(outDir)
    const sources = { good: "console.log('ran')", bad: "throw new Error('broken')" }
    for (const [name, source] of Object.entries(sources)) {
      writeFileSync(join(dir, `${name}.ipynb`), formatNotebook(notebook(source)))
    }
    const paths = ['bad', 'good'].map((name) => join(dir, `${name}.ipynb`))
    const options = { jupyter: jupyter!, notebooks: paths, outDir, workingDir: folder }
    const { failure, notebooks } = await runNotebooks(options)
    expect(failure?.message).toContain('bad.ipynb, cell [1] of 1: it failed.')
    const good = parseNotebook(readFileSync(join(outDir, 'good.ipynb'), 'utf8'))
    expect(good.cells[1]!.outputs![0]!.text).toBe('ran\n')
    const [{ body, seconds }] = notebooks as [(typeof notebooks)[0]]
    expect(seconds).toBeUndefined()
    expect(body).toContain('did not run to its end')
    expect(body).toContain('broken')
    expect(readFileSync(join(outDir, 'bad.ipynb'), 'utf8')).toContain('did not run to its end')

    const untouched = join(dir, 'untouched')
    const alone = { jupyter: jupyter!, notebooks: paths.slice(0, 1), workingDir: folder }
    await expect(runNotebooks({ ...alone, outDir: untouched })).rejects.toThrow('it failed')
    expect(existsSync(untouched)).toBe(false)
  })
})
