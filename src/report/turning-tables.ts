import { readFileSync } from 'node:fs'

/** The style that turns the tables of a page; after the page's own, whose `--rule` and `--quiet` it takes. */
export const turningStyle = (): string =>
  readFileSync(new URL('./turning-tables.css', import.meta.url), 'utf8')

/**
 * Makes the tables of a page ready to turn where there is no room for their columns: every cell carries
 * the header of its column, and elements say what they are, since style that turns a table takes that away.
 * A cell with a word that no column can be as wide as is marked, so that only such words break.
 */
export function turningTables(html: string): string {
  return html.replace(/<table>.*?<\/table>/gs, turning)
}

function turning(table: string): string {
  const headers = [...table.matchAll(/<th\b[^>]*>(.*?)<\/th>/gs)].map(([, content]) =>
    content!.replace(/<[^>]+>/g, ''),
  )
  return table
    .replace('<table>', '<table class="turns" role="table">')
    .replace(/ style="text-align:\w+"/g, '')
    .replace(
      /<tr>(.*?)<\/tr>/gs,
      (_, cells: string) => `<tr role="row">${labelled(cells, headers)}</tr>`,
    )
    .replace(/<(thead|tbody|tfoot)>/g, '<$1 role="rowgroup">')
    .replace(/<th\b/g, '<th role="columnheader"')
}

function labelled(cells: string, headers: readonly string[]): string {
  let column = 0
  return cells.replace(/<td\b(?=[^>]*>(.*?)<\/td>)/gs, (_, content: string) => {
    const label = headers[column++] ?? ''
    const long = LONG_WORD.test(content.replace(/<[^>]+>/g, '')) ? ' class="long"' : ''
    return `<td role="cell"${long} data-label="${label.replaceAll('"', '&quot;')}"`
  })
}

const LONG_WORD = /[^\s-]{17}/
