import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, inBrowser, openChromium } from './chromium.js'
import { axeFindings, cutTables, overflow, unpaintedFigures, watch } from './page-checks.js'

const made = mkdtempSync(join(tmpdir(), 'causeway-statement-'))
/** A folder with a statement that is there already, else those of the sample and of a shop are made. */
const given = process.env.CAUSEWAY_STATEMENT
const folders = given
  ? { given: resolve(given) }
  : { sample: join(made, 'sample'), shopify: join(made, 'shopify') }
const shots = join('reports', 'screenshots')
let browser: Browser

function make(data: string, out: string): void {
  const args = ['--data', data, '--workbench', `${out}-workbench`, '--out', out]
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'run', ...args], {
    encoding: 'utf8',
  })
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
}

describe.skipIf(!chromiumPath)(inBrowser('the statement'), { timeout: 600_000 }, () => {
  beforeAll(async () => {
    browser = await openChromium()
    mkdirSync(shots, { recursive: true })
    if (given) return
    make('data/sample', join(made, 'sample'))
    make('tests/sources/shopify', join(made, 'shopify'))
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(made, { recursive: true, force: true })
  })

  const views = Object.entries(folders).flatMap(([name, dir]) =>
    [1280, 800, 390].flatMap((width) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ name, dir, width, colorScheme })),
    ),
  )

  it.each(views)('of $name is whole and readable at $width px, $colorScheme', async (view) => {
    const { name, dir, width, colorScheme } = view
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
    const page = await context.newPage()
    const errors = watch(page)
    await page.goto(pathToFileURL(join(dir, 'statement.html')).href)
    await page.screenshot({ path: join(shots, `statement-${name}-${width}-${colorScheme}.png`) })
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect({
      errors,
      paper,
      unpainted: await unpaintedFigures(page),
      cut: await cutTables(page, true),
      overflow: await overflow(page),
      axe: await axeFindings(page),
    }).toEqual({
      errors: [],
      paper: colorScheme === 'dark' ? 'rgb(18, 18, 18)' : 'rgb(255, 255, 255)',
      unpainted: [],
      cut: [],
      overflow: 0,
      axe: [],
    })
    await context.close()
  })

  it.each(Object.entries(folders))('of %s has its first page on one A4', async (_, dir) => {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(join(dir, 'statement.html')).href)
    await page.addStyleTag({
      content: '.detail { display: none } .first-page { break-after: auto !important }',
    })
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)
    expect(sheets).toHaveLength(1)
    await page.close()
  })
})
