import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What goes wrong while pages are open: errors that they report, and what they ask of places not `own`. */
export function watch(page: Page, own = /^(file|data):/): string[] {
  const found: string[] = []
  page.on('pageerror', (error) => found.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!own.test(request.url())) found.push(`request: ${request.url()}`)
  })
  return found
}

/** Figures that are empty or have no size. */
export function unpaintedFigures(page: Page, where = 'figure svg, .wide svg'): Promise<string[]> {
  return page.$$eval(where, (figures) =>
    figures
      .filter((figure) => {
        const { width, height } = figure.getBoundingClientRect()
        const isEmpty =
          figure instanceof HTMLImageElement
            ? figure.naturalWidth === 0
            : figure.querySelectorAll('path, rect, text').length < 2
        return width < 50 || height < 20 || isEmpty
      })
      .map((svg) => svg.querySelector('title')?.textContent ?? svg.outerHTML.slice(0, 80)),
  )
}

/**
 * Tables of which something is cut off: wider than the page or than what holds them. A region that the
 * keyboard reaches may scroll.
 */
export function cutTables(page: Page, mayScroll: boolean): Promise<string[]> {
  return page.$$eval(
    'table',
    (tables, scrolling) =>
      tables
        .filter((table) => {
          if (scrolling && table.closest('[role="group"][tabindex="0"]')) return false
          const { left, right, width } = table.getBoundingClientRect()
          const room = table.parentElement!.clientWidth
          const isOut = right > document.documentElement.clientWidth + 1 || left < -1
          return (
            width > 0 && (isOut || width > room + 1 || table.scrollWidth > table.clientWidth + 1)
          )
        })
        .map((table) => table.caption?.textContent ?? table.rows[0]?.textContent ?? ''),
    mayScroll,
  )
}

/** Words of cells that are short, and yet stand on two lines: of folded tables too, which it opens. */
export function splitWords(page: Page): Promise<string[]> {
  return page.$$eval('td', (cells) => {
    for (const details of document.querySelectorAll('details')) details.open = true
    return cells.flatMap((cell) => {
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
      const split: string[] = []
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (const { 0: word, index } of (node as Text).data.matchAll(
          /(?<![^\s])[\w.,%$+]{2,16}(?![^\s])/g,
        )) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          const tops = [...range.getClientRects()].map(({ top }) => Math.round(top / 4))
          if (new Set(tops).size > 1) split.push(word)
        }
      }
      return split
    })
  })
}

/** How far the page is wider than its window, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

/**
 * Tables in view of more than eight columns, or of more than twelve rows; a profit and loss that ends in its
 * total has as many lines as the business.
 */
export function largeTables(page: Page): Promise<string[]> {
  return page.$$eval('table', (tables) =>
    tables
      .filter((table) => !table.closest('details:not([open])'))
      .filter((table) => {
        const rows = [...(table.tBodies[0]?.rows ?? [])]
        const isTotalled = rows.at(-1)?.querySelector('td > b') != null
        return (rows.length > 12 && !isTotalled) || (rows[0]?.cells.length ?? 0) > 8
      })
      .map((table) => table.caption?.textContent ?? table.rows[0]?.textContent ?? ''),
  )
}

/** Serious and moderate findings of axe, each with the first place. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact !== 'minor')
      .map(
        ({ id, impact, nodes }) =>
          `${impact} ${id} x${nodes.length}: ${nodes[0]!.html.slice(0, 120)}`,
      )
  })
}
