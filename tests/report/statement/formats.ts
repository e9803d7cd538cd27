import { strFromU8, unzipSync } from 'fflate'

/** A cell as a reader takes it: a number in whole units, a text, or null where nothing is known. */
export type Read = number | string | null

/** The rows of a table without its header, cell by cell as they are written. */
export type Written = readonly (readonly string[])[]

const NUMBER = /^(-?)(?:R\$|¥|KWD|\$|€)?(\d[\d,]*(?:\.\d+)?)(%?)$/

/** What is written in a cell, with or without the sign of its currency; as it is where words are wanted. */
export function readCell(text: string, wanted: Read): Read {
  if (typeof wanted === 'string') return text
  if (['–', '-', ''].includes(text)) return null
  const [, minus, digits, percent] = NUMBER.exec(text.replaceAll('\u00a0', '')) ?? []
  if (digits === undefined) return text
  const size = Number(digits.replaceAll(',', ''))
  return Number(((minus ? -size : size) / (percent ? 100 : 1)).toFixed(6)) + 0
}

/** The tables of a page of HTML, in order. */
export function htmlTables(html: string): Written[] {
  return [...html.matchAll(/<table.*?<\/table>/gs)].map(([table]) => {
    const [body] = table.match(/<tbody.*<\/tbody>/s) ?? ['']
    return [...body.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
      [...row.matchAll(/<td.*?<\/td>/gs)].map(([cell]) => plain(cell)),
    )
  })
}

function plain(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** The tables of a text: below each rule, in its columns, as many rows as are known to be there. */
export function textTables(text: string, counts: readonly number[]): Written[] {
  const lines = text.split('\n')
  const rules = lines.flatMap((line, at) => (/^-+( {2}-+)*$/.test(line) ? [at] : []))
  return counts.map((count) => {
    if (count === 0) return []
    const at = rules.shift()!
    const columns = [...lines[at]!.matchAll(/-+/g)]
    return lines
      .slice(at + 1, at + 1 + count)
      .map((line) =>
        columns.map(({ index, 0: { length } }) => line.slice(index, index + length).trim()),
      )
  })
}

/** A number, or the day that it stands for, counted from the end of 1899. */
function numberOrDay(value: number, letters: number | undefined): Read {
  if (letters === undefined) return value
  return new Date(Date.UTC(1899, 11, 30 + value)).toISOString().slice(0, letters)
}

/** The tables of a workbook as any reader of Office Open XML finds them: what stands below each header. */
export function workbookTables(bytes: Uint8Array): (readonly Read[])[][] {
  const files = unzipSync(bytes)
  const xml = (path: string) => strFromU8(files[path]!)
  const shared = [...xml('xl/sharedStrings.xml').matchAll(/<si>.*?<\/si>/gs)].map(([text]) =>
    plain(text),
  )
  const [styles] = xml('xl/styles.xml').match(/<cellXfs.*<\/cellXfs>/s)!
  const formats = [...styles.matchAll(/<xf [^>]*>/g)].map(([one]) => one)
  const ruled = formats.map((one) => one.includes('borderId="1"'))
  const days = new Map(
    [
      ...xml('xl/styles.xml').matchAll(/<numFmt numFmtId="(\d+)" formatCode="(yyyy-mm(?:-dd)?)"/g),
    ].map(([, id, code]) => [id!, code!.length] as const),
  )
  const dayLetters = formats.map((one) => days.get(/numFmtId="(\d+)"/.exec(one)?.[1] ?? ''))
  const sheets = [...xml('xl/workbook.xml').matchAll(/<sheet /g)].map((_, i) =>
    xml(`xl/worksheets/sheet${i + 1}.xml`),
  )
  return sheets.flatMap((sheet) => {
    const rows = [...sheet.matchAll(/<row[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => {
      const cells = [...row.matchAll(/<c r="([A-Z])\d+" s="(\d+)"( t="s")?><v>(.*?)<\/v>/g)]
      const read = cells.map(([, letter, style, isText, value]) => ({
        at: letter!.charCodeAt(0) - 65,
        isHeader: ruled[Number(style)]!,
        value: isText
          ? shared[Number(value)]!
          : numberOrDay(Number(value), dayLetters[Number(style)]),
      }))
      const width = Math.max(0, ...read.map(({ at }) => at + 1))
      const found: Read[] = Array.from({ length: width }, () => null)
      for (const { at, value } of read) found[at] = value
      return { cells: found, isHeader: read.some(({ isHeader }) => isHeader) }
    })
    const headers = rows.flatMap(({ isHeader }, at) => (isHeader ? [at] : []))
    return headers.map((at) => rows.slice(at + 1).map(({ cells }) => cells))
  })
}
