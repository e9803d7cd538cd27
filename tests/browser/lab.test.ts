import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findJupyter } from '../../dist/jupyter/find.js'
import { chromiumPath, inBrowser, openChromium } from './chromium.js'
import { addCell, type Lab, openNotebook, runWhole, startLab } from './lab.js'
import { unpaintedFigures, watch } from './page-checks.js'

const root = resolve('.')
const found = await findJupyter(root, 'lab')
/** CI installs what is missing, as `causeway lab` does for everybody. */
const isThere = found?.packages.jupyterlab !== undefined || process.env.CI !== undefined
const where = isThere
  ? inBrowser('JupyterLab with the real kernel')
  : 'JupyterLab: SKIPPED, it is not installed (`npm run lab` installs it)'

/** The notebook in view, and its figures. */
const OPEN = '.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook'
const FIGURES = `${OPEN} .jp-RenderedSVG :is(svg, img)`

describe.skipIf(!chromiumPath || !isThere)(where, { timeout: 600_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'causeway-lab-'))
  const shots = join('reports', 'screenshots')
  let browser: Browser
  let lab: Lab

  beforeAll(async () => {
    makeProject(home)
    mkdirSync(shots, { recursive: true })
    lab = await startLab(home)
    browser = await openChromium()
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
    rmSync(home, { recursive: true, force: true })
  })

  it('starts quietly: an address, and no warning', () => {
    expect(lab.printed()).toContain('/lab/tree/notebooks/01_setup_infrastructure.ipynb?token=')
    expect(lab.printed().split('\n').length).toBeLessThan(15)
    expect(lab.printed()).not.toMatch(/warning|error|Traceback/i)
  })

  it('runs the first notebook and the last whole: every figure painted, one explored, no error', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const errors = watch(page, /^(file|data|blob|https?:\/\/localhost)/)
    await page.goto(lab.url)
    for (const name of ['01_setup_infrastructure', '05_unified_financials']) {
      await openNotebook(page, `notebooks/${name}.ipynb`)
      await addCell(page, 'page.explore(1)')
      const cells = await runWhole(page)
      await page.screenshot({ path: join(shots, `lab-${name}.png`) })
      const figures = cells.flatMap(({ outputs }) => outputs).filter((kind) => kind === 'figure')
      await page.waitForSelector(`${OPEN} .vega-embed`)
      expect(figures.length).toBeGreaterThan(1)
      expect({
        failed: cells.filter(({ outputs }) => outputs.includes('error')),
        notRun: cells.filter(({ executed }) => executed === null),
        answered: (await page.locator(OPEN).innerText()).includes('Answer.'),
        drawn: await page.locator(FIGURES).count(),
        unpainted: await unpaintedFigures(page, FIGURES),
        explored: await page.locator(`${OPEN} .vega-embed :is(canvas, svg.marks)`).count(),
        errors: errors.splice(0),
      }).toEqual({
        failed: [],
        notRun: [],
        answered: true,
        drawn: figures.length,
        unpainted: [],
        explored: 1,
        errors: [],
      })
    }
    await page.close()
  })
})

/** A project of its own: the notebooks, the library and the Jupyter of this one. */
function makeProject(home: string): void {
  mkdirSync(join(home, 'notebooks'))
  for (const name of readdirSync('notebooks')) {
    if (name.endsWith('.ipynb')) cpSync(join('notebooks', name), join(home, 'notebooks', name))
  }
  mkdirSync(join(home, 'node_modules'))
  symlinkSync(root, join(home, 'node_modules', 'causeway'))
  mkdirSync(join(root, '.venv'), { recursive: true })
  symlinkSync(join(root, '.venv'), join(home, '.venv'))
}
