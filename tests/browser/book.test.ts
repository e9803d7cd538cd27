import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareNotebooks } from '../../dist/jupyter/compare.js'
import { findJupyter } from '../../dist/jupyter/find.js'
import { parseNotebook } from '../../dist/jupyter/notebook.js'
import { chromiumPath, inBrowser, openChromium } from './chromium.js'
import {
  axeFindings,
  cutTables,
  largeTables,
  overflow,
  splitWords,
  unpaintedFigures,
  watch,
} from './page-checks.js'

const pages = [
  'index.html',
  '01_setup_infrastructure.html',
  '02_build_dwh_schema.html',
  '03_market_engine.html',
  '04_attribution_bridge.html',
  '05_unified_financials.html',
  'statement.html',
  'dictionary.html',
  'how-well-it-does.html',
  'beside-other-tools.html',
]
const widths = [1280, 800, 390]
/** A4 within its margins, at 96 pixels an inch. */
const PAPER_WIDTH = 680
const SCREEN_HEIGHT = 900
const screens: Readonly<Record<string, number>> = {
  '01_setup_infrastructure.html': 5,
  '02_build_dwh_schema.html': 5,
  '03_market_engine.html': 9,
  '04_attribution_bridge.html': 9,
  '05_unified_financials.html': 9,
}

const jupyter = await findJupyter(resolve('.'), 'execute')
const made = mkdtempSync(join(tmpdir(), 'causeway-book-'))
/** A folder with a book of the sample that is there already, else one is made. */
const dir = process.env.CAUSEWAY_BOOK ?? made
const shots = join('reports', 'screenshots')
let browser: Browser

describe.skipIf(!chromiumPath || !jupyter)(inBrowser('the book'), { timeout: 600_000 }, () => {
  beforeAll(async () => {
    browser = await openChromium()
    mkdirSync(shots, { recursive: true })
    if (process.env.CAUSEWAY_BOOK) return
    const args = ['--data', 'data/sample', '--workbench', join(made, 'workbench'), '--out', made]
    const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'notebooks', ...args], {
      encoding: 'utf8',
    })
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(made, { recursive: true, force: true })
  })

  const none = { errors: [], unpainted: [], cut: [], overflow: 0, large: [], axe: [], split: [] }

  const views = widths.flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
  )

  it.each(views)('is whole and readable at $width px, $colorScheme', async (view) => {
    const { width, colorScheme } = view
    const viewport = { width, height: SCREEN_HEIGHT }
    const context = await browser.newContext({ viewport, colorScheme })
    const page = await context.newPage()
    const errors = watch(page)
    for (const file of pages) {
      await page.goto(pathToFileURL(join(resolve(dir), file)).href)
      const name = file.replace('.html', '')
      await page.screenshot({ path: join(shots, `${name}-${width}-${colorScheme}.png`) })
      expect({
        file,
        errors: errors.splice(0),
        unpainted: await unpaintedFigures(page),
        cut: await cutTables(page, file === 'statement.html'),
        overflow: await overflow(page),
        large: screens[file] ? await largeTables(page) : [],
        axe: await axeFindings(page),
        split: await splitWords(page),
      }).toEqual({ file, ...none })
    }
    await context.close()
  })

  it('holds what the committed notebooks show', () => {
    for (const page of Object.keys(screens)) {
      const file = page.replace('.html', '.ipynb')
      const [committed, executed] = ['notebooks', dir].map((folder) =>
        parseNotebook(readFileSync(join(folder, file), 'utf8')),
      )
      expect(compareNotebooks(file, committed!, executed!)).toEqual([])
    }
  })

  it('keeps notebooks 1 and 2 within five screens, the others within nine', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: SCREEN_HEIGHT } })
    for (const [file, most] of Object.entries(screens)) {
      await page.goto(pathToFileURL(join(resolve(dir), file)).href)
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      expect({ file, isLong: height / SCREEN_HEIGHT > most, height }).toMatchObject({
        isLong: false,
      })
    }
    await page.close()
  })

  it('cuts nothing on A4', async () => {
    const page = await browser.newPage({ viewport: { width: PAPER_WIDTH, height: SCREEN_HEIGHT } })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    for (const file of pages) {
      await page.goto(pathToFileURL(join(resolve(dir), file)).href)
      await page.screenshot({ path: join(shots, `${file.replace('.html', '')}-a4.png`) })
      const cut = await cutTables(page, file === 'statement.html')
      expect({ file, cut }).toEqual({ file, cut: [] })
    }
    await page.close()
  })

  describe('leads a stranger from index.html within three clicks', () => {
    /** Opens the first page, and clicks; the third click is the last. */
    const follow = async (...clicks: string[]) => {
      expect(clicks.length).toBeLessThanOrEqual(3)
      const page = await browser.newPage()
      await page.goto(pathToFileURL(join(resolve(dir), 'index.html')).href)
      for (const click of clicks) await page.click(click)
      return page
    }

    it('to profit and its basis: none is needed', async () => {
      const page = await follow()
      const text = await page.innerText('main')
      expect(text).toMatch(/The business (made|lost) /)
      expect(text).toMatch(/simulated|declared|observed/)
      await page.close()
    })

    it('to the channel to cut, and how sure that is', async () => {
      const page = await follow('main a[href="05_unified_financials.html"]')
      const table = page.locator('table:has(caption:has-text("What each channel caused is worth"))')
      expect(await table.innerText()).toMatch(/Probability that it pays[\s\S]*%/)
      const plans = page.locator('table:has(caption:has-text("Plans against the one of history"))')
      expect(await plans.innerText()).toMatch(/Advice/)
      await page.close()
    })

    it('to the SQL of a figure, and the law that guards its table', async () => {
      const table = '#table-dwh\\.fct_orders'
      const page = await follow(
        'main a[href="02_build_dwh_schema.html"]',
        '#cell-2 summary',
        '#cell-2 a[href="dictionary.html#table-dwh.fct_orders"]',
      )
      const guards = page.locator(`${table} ~ p:has-text("Guarded by") a`).first()
      expect(await guards.getAttribute('href')).toMatch(/^#law-dwh\./)
      await page.goBack()
      expect(await page.textContent('#cell-2')).toContain('from dwh.fct_orders')
      await page.close()
    })
  })

  it('draws a figure anew to explore it: values under the pointer, one channel alone', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: SCREEN_HEIGHT } })
    const errors = watch(page)
    await page.goto(pathToFileURL(join(resolve(dir), '03_market_engine.html')).href)
    const buttons = page.locator('button.explore')
    expect(await buttons.count()).toBe(await page.locator('figure:has(metadata)').count())
    await buttons.first().click()
    const plot = page.locator('.live svg').first()
    const box = (await plot.boundingBox())!
    for (let y = 0.5; y < 0.9 && !(await page.locator('.told').first().isVisible()); y += 0.05) {
      await page.mouse.move(box.x + box.width / 2, box.y + box.height * y)
    }
    const told = await page.locator('.told').first().innerText()
    expect(told).toMatch(/^Series: .+\nDay: \d{4}-\d\d-\d\d\nValue: .+\d/)
    const shown = (await plot.innerHTML()).length
    await page.locator('.live .role-legend-label text').first().click({ force: true })
    await expect.poll(async () => (await plot.innerHTML()).length).not.toBe(shown)
    await buttons.first().click()
    expect(await page.locator('figure').first().isVisible()).toBe(true)
    expect(errors).toEqual([])
    await page.close()
  })

  it('holds at most 8 MB, and no link leads nowhere', async () => {
    const files = readdirSync(dir).filter((name) => /\.(html|js)$/.test(name))
    const bytes = files.reduce((sum, name) => sum + statSync(join(dir, name)).size, 0)
    expect(bytes).toBeLessThan(8 * 2 ** 20)
    const page = await browser.newPage()
    const targets = new Map<string, Set<string>>()
    const links: [string, string, string][] = []
    for (const file of pages) {
      await page.goto(pathToFileURL(join(resolve(dir), file)).href)
      targets.set(file, new Set(await page.$$eval('[id]', (all) => all.map(({ id }) => id))))
      const found = await page.$$eval('a[href]', (all) => all.map((a) => a.getAttribute('href')!))
      for (const href of found) {
        const [to, id = ''] = href.split('#')
        links.push([file, to || file, decodeURIComponent(id)])
      }
    }
    const broken = links.filter(([, to, id]) => {
      const ids = targets.get(to)
      return pages.includes(to) && id !== '' && !ids!.has(id)
    })
    expect(broken).toEqual([])
    await page.close()
  })
})
