import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { findJupyter } from '../../dist/jupyter/find.js'
import { formatNotebook, type Notebook, parseNotebook } from '../../dist/jupyter/notebook.js'
import { runNotebooks } from '../../dist/jupyter/run.js'
import { generateMarketplace } from '../../dist/synthetic/index.js'
import { marketplace } from '../marketplaces/arbitrary.js'
import { makeUnruly } from '../marketplaces/unruly.js'
import { ownFolder } from '../sources/harness.js'

/** How many marketplaces made by chance the notebooks are run over; none by default. */
const MARKETPLACES = Number(process.env.CAUSEWAY_NOTEBOOK_MARKETPLACES ?? 0)

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

/** Runs the five over some data: all that they show. */
async function fiveOver(name: string, env: Record<string, string>): Promise<string> {
  const outDir = join(dir, name)
  const { notebooks, failure } = await runNotebooks({
    jupyter: jupyter!,
    notebooks: names.map((file) => join(project, 'notebooks', `${file}.ipynb`)),
    outDir,
    env: { CAUSEWAY_WORKBENCH: join(outDir, 'workbench'), ...env },
  })
  expect(failure).toBeUndefined()
  expect(notebooks.map(({ name }) => name)).toEqual(names)
  return names.map((file) => readFileSync(join(outDir, `${file}.ipynb`), 'utf8')).join('\n')
}

/** What is true of the sample alone: its money where the data have another, its peak day, its answer, its size. */
function ofSample(shown: string): string[] {
  const words = [/2017-11-24/g, /Brazil/gi, /108,142\.18/g, /5,000 orders/g]
  const foreign = shown.includes('€') ? [...words, /R<span>\$/g] : words
  return foreign.flatMap((word) => shown.match(word) ?? [])
}

describe.skipIf(!jupyter)(where, { timeout: 300_000 }, () => {
  it.each(['flat', 'marketplace', 'shopify'])(
    'the five run on %s, and tell of it',
    async (name) => {
      const folder = ownFolder(name)
      const shown = await fiveOver(name, { CAUSEWAY_DATA: folder })
      expect(ofSample(shown)).toEqual([])
      if (name === 'flat') {
        expect(shown).toContain('€')
        expect(shown).toContain('No decisions on this data. fit: got 91 days')
      }
    },
  )

  it.skipIf(MARKETPLACES === 0)(
    `the five run on ${MARKETPLACES} marketplaces made by chance`,
    { timeout: MARKETPLACES * 900_000 },
    async () => {
      const drawn = fc.sample(marketplace, { numRuns: MARKETPLACES, seed: 14 })
      for (const [number, of] of drawn.entries()) {
        const data = join(dir, `marketplace-${number}`)
        const lastDay = `2018-0${3 + of.months}-17`
        const { orders, seed } = of
        await generateMarketplace({ dir: data, orders, seed, firstDay: '2018-01-20', lastDay })
        if (of.isUnruly) makeUnruly(data)
        const assumptions = join(dir, `marketplace-${number}.yaml`)
        writeFileSync(assumptions, JSON.stringify({ ...of.finance, ...of.marketing }))
        const env = { CAUSEWAY_DATA: data, CAUSEWAY_ASSUMPTIONS: assumptions }
        const shown = await fiveOver(`of-${number}`, { ...env, CAUSEWAY_SEED: String(seed) })
        expect({ number, said: ofSample(shown) }).toEqual({ number, said: [] })
        console.log(`marketplace ${number + 1} of ${MARKETPLACES}: five notebooks, no error`)
      }
    },
  )

  it('a file that comes beside a notebook does not disturb its next cell', async () => {
    const workingDir = join(dir, 'beside', 'inner')
    mkdirSync(join(dir, 'beside', 'node_modules'), { recursive: true })
    mkdirSync(workingDir)
    symlinkSync(project, join(dir, 'beside', 'node_modules', 'causeway'))
    const first = [
      "import { mkdirSync } from 'node:fs'",
      "import { openWorkbench } from 'causeway'",
      "mkdirSync('node_modules/causeway', { recursive: true })",
      'await new Promise((resolve) => setTimeout(resolve, 1500))',
    ]
    const { cells, ...rest } = notebook(first.join('\n'))
    const next = { ...cells[1]!, id: 'c', source: 'console.log(typeof openWorkbench)' }
    const path = join(dir, 'beside.ipynb')
    writeFileSync(path, formatNotebook({ ...rest, cells: [...cells, next] }))
    const outDir = join(dir, 'beside-run')
    await runNotebooks({ jupyter: jupyter!, notebooks: [path], outDir, workingDir })
    const ran = parseNotebook(readFileSync(join(outDir, 'beside.ipynb'), 'utf8'))
    expect(ran.cells[2]!.outputs![0]!.text).toBe('function\n')
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
