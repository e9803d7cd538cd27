import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schemaDifferences } from '../../src/engine/index.js'
import { InputError } from '../../src/errors.js'
import { rawStage } from '../../src/raw/index.js'
import { rawSchema } from '../../src/schema/raw.js'
import { csvText, tables } from './csv-text.js'
import { dataFolder, newFolder, nineFiles, runRaw } from './harness.js'

const HEADER = 'seller_id,seller_zip_code_prefix,seller_city,seller_state'

/** Loads a sellers file and returns its cells, its rejects and its line of the manifest. */
async function loadSellers(content: string | Buffer, name = 'sellers.csv') {
  const { db } = await runRaw(dataFolder({ [name]: content }), { allowRejects: true })
  // The driver drops a byte order mark at the start of a value it hands over: put '=' before it.
  const names = HEADER.split(',')
  const columns = await db.columns(
    `select ${names.map((name) => `'=' || ${name} as ${name}`).join(', ')} from sellers`,
  )
  const rejects = await db.all('select line_number, line_text, reason from load_rejects')
  const [manifest] = await db.all<Record<string, number>>(
    `select lines, rows_loaded, rows_rejected, blank_lines, continuation_lines
     from load_manifest where table_name = 'sellers'`,
  )
  await db.close()
  const rows = (columns.seller_id ?? []).map((_, i) =>
    names.map((name) => (columns[name]![i] as string | null)?.slice(1) ?? null),
  )
  return { rows, rejects, manifest: manifest! }
}

const refusal = async (files: Readonly<Record<string, string | Buffer>>) =>
  runRaw(dataFolder(files)).then(
    () => 'no refusal',
    (error) => {
      if (!(error instanceof InputError)) throw error
      return error.message
    },
  )

describe('every value as it stands in the file', () => {
  it('loads any well-formed table cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(tables(4), fc.constantFrom('\n', '\r\n'), async (rows, lineEnd) => {
        const loaded = await loadSellers(HEADER + lineEnd + csvText(rows, lineEnd))
        expect(loaded.rows).toEqual(rows)
        expect(loaded.rejects).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('tells an empty field from a quoted empty one, and keeps spaces and zeros', async () => {
    const { rows } = await loadSellers(`${HEADER}\n01,,""," x "\n 2 ,NULL,\\N,007\n`)
    expect(rows).toEqual([
      ['01', null, '', ' x '],
      [' 2 ', 'NULL', '\\N', '007'],
    ])
  })

  it('loads columns by name, whatever their order', async () => {
    const { rows } = await loadSellers(
      '"seller_state","seller_id",seller_city,seller_zip_code_prefix\nSP,a,b,1\n',
    )
    expect(rows).toEqual([['a', '1', 'b', 'SP']])
  })

  it.each([
    ['a byte order mark', `\ufeff${HEADER}\na,b,c,d\n`],
    ['CRLF', `${HEADER}\r\na,b,c,d\r\n`],
    ['no line end at the end', `${HEADER}\na,b,c,d`],
    ['blank lines', `${HEADER}\n\na,b,c,d\n\n\n`],
    ['mixed line ends', `${HEADER}\r\na,b,c,d\n`],
  ])('%s', async (_, text) => {
    expect((await loadSellers(text)).rows).toEqual([['a', 'b', 'c', 'd']])
  })

  it('unpacks gzip, whatever the name says', async () => {
    const packed = gzipSync(`${HEADER}\na,b,c,d\n`)
    expect((await loadSellers(packed, 'sellers.csv.gz')).rows).toEqual([['a', 'b', 'c', 'd']])
    expect((await loadSellers(packed, 'sellers.csv')).rows).toEqual([['a', 'b', 'c', 'd']])
  })

  it('loads a file with a header only as an empty table', async () => {
    expect(await loadSellers(`${HEADER}\n`)).toMatchObject({ rows: [], rejects: [] })
    expect(await loadSellers(HEADER)).toMatchObject({ rows: [], rejects: [] })
  })

  it('loads a field of five megabytes', async () => {
    const long = 'x,"y\n'.repeat(1_000_000)
    const { rows } = await loadSellers(`${HEADER}\n${csvText([['a', long, 'c', 'd']])}`)
    expect(rows[0]![1] === long).toBe(true)
  })
})

describe('lines that cannot be loaded', () => {
  it.each([
    ['too few fields', 'a,b,c', '3 fields, the header has 4'],
    ['too many fields', 'a,b,c,d,e', '5 fields, the header has 4'],
    ['a comma too many', 'a,b,c,d,', '5 fields, the header has 4'],
    ['a stray quote', 'a,b"b,c,d', 'a quote inside a field that is not quoted'],
    ['text after a quote', 'a,"b"b,c,d', 'text after a closing quote'],
    ['an unclosed quote', 'a,"b,c,d', 'a quote that is never closed'],
  ])('%s: rejected with number and text, the rest loaded', async (_, line, reason) => {
    const loaded = await loadSellers(`${HEADER}\n1,2,3,4\n${line}\n5,6,7,8\n`)
    expect(loaded.rejects).toEqual([{ line_number: 3, line_text: line, reason }])
    expect(loaded.rows).toEqual([
      ['1', '2', '3', '4'],
      ['5', '6', '7', '8'],
    ])
  })

  it('names Latin-1 bytes and NUL bytes', async () => {
    const text = Buffer.from(`${HEADER}\na,b,S\xe3o,d\ne,\x00f,g,h\ni,j,k,l\n`, 'latin1')
    const { rows, rejects } = await loadSellers(text)
    expect(rows).toEqual([['i', 'j', 'k', 'l']])
    expect(rejects.map(({ line_number, reason }) => [line_number, reason])).toEqual([
      [2, 'bytes that are not UTF-8; save the file as UTF-8'],
      [3, 'a NUL byte'],
    ])
  })

  it('counts every line of the file on another path', async () => {
    const { manifest } = await loadSellers(`${HEADER}\n1,2,"3\n3",4\n\nx,y\n5,6,7,8`)
    expect(manifest).toEqual({
      lines: 6,
      rows_loaded: 2,
      rows_rejected: 1,
      blank_lines: 1,
      continuation_lines: 1,
    })
  })

  it('stop the run, unless they are allowed', async () => {
    const message = await refusal({ 'sellers.csv': `${HEADER}\n1,2,3,4\na,b\n` })
    expect(message).toContain('sellers.csv: 1 lines cannot be loaded:\n  line 3: 2 fields')
    expect(message).toContain('--allow-rejects')
  })
})

describe('a header that breaks the contract is refused, naming each column', () => {
  it.each([
    ['missing', 'seller_id,seller_city,seller_state', 'missing column seller_zip_code_prefix'],
    ['extra', `${HEADER},note`, 'extra column "note"'],
    [
      'renamed',
      'seller_id,Seller Zip Code Prefix,seller_city,seller_state',
      'column "Seller Zip Code Prefix" is renamed, allowed is seller_zip_code_prefix',
    ],
    ['doubled', `${HEADER},seller_id`, 'column "seller_id" stands there twice'],
    ['semicolons', HEADER.replaceAll(',', ';'), 'separated by semicolons: export it separated by'],
    ['tabs', HEADER.replaceAll(',', '\t'), 'separated by tabs'],
    ['CR alone', `${HEADER}\ra,b,c,d`, 'save it with LF or CRLF'],
    ['SQL', `${HEADER},"x"); drop table orders; --"`, 'extra column'],
  ])('%s', async (_, header, words) => {
    const message = await refusal({ 'sellers.csv': `${header}\na,b,c,d\n` })
    expect(message).toContain('sellers.csv: ')
    expect(message).toContain(words)
  })

  it('all such files at once', async () => {
    const message = await refusal({ 'sellers.csv': 'x\n', 'order_items.csv': 'y\n' })
    expect(message).toMatch(
      /order_items\.csv: extra column "y".*\n.*sellers\.csv: extra column "x"/,
    )
  })

  it('an empty file and a UTF-16 file', async () => {
    expect(await refusal({ 'sellers.csv': '' })).toContain('is empty, expected at least the header')
    const utf16 = Buffer.from(`\ufeff${HEADER}\n`, 'utf16le')
    expect(await refusal({ 'sellers.csv': utf16 })).toContain('UTF-16')
  })

  it('a damaged gzip file', async () => {
    const packed = gzipSync(`${HEADER}\n${'a,b,c,d\n'.repeat(5000)}`)
    const message = await refusal({ 'sellers.csv.gz': packed.subarray(0, packed.length - 20) })
    expect(message).toContain('cannot be read to its end')
  })
})

describe('the folder', () => {
  it('names all missing files and what is there', async () => {
    const dir = newFolder()
    writeFileSync(join(dir, 'orders.csv'), 'x\n')
    await expect(runRaw(dir)).rejects.toThrow(
      /missing olist_order_items_dataset\.csv or order_items\.csv \(plain or \.gz\).*holds orders\.csv/,
    )
    await expect(runRaw(join(dir, 'nowhere'))).rejects.toThrow('no such folder')
    await expect(runRaw(join(dir, 'orders.csv'))).rejects.toThrow('is a file, a folder is needed')
  })

  it('refuses two files for one table', async () => {
    const files = { 'sellers.csv': `${HEADER}\n`, 'OLIST_sellers_dataset.CSV.gz': '' }
    expect(await refusal(files)).toContain('both claim the table sellers')
  })

  it('may have any name, and its files too', async () => {
    const dir = join(newFolder(), `it's "a" [folder]* with ? ümlaut; drop table orders; --`, 'x=1')
    mkdirSync(dir, { recursive: true })
    for (const { table, header } of nineFiles) {
      writeFileSync(join(dir, `${table}.csv`), `${header.join(',')}\n`)
    }
    writeFileSync(join(dir, 'sellers.csv'), `${HEADER}\na,b,c,d\n`)
    const { db } = await runRaw(dir)
    expect(await db.all('select seller_id from sellers')).toEqual([{ seller_id: 'a' }])
    await db.close()
  })

  it('reports unknown files and loads optional ones, with columns they may lack', async () => {
    const dir = dataFolder({
      'notes.csv': 'x\n',
      'marketing_spend.csv': 'date,channel,spend\n2018-01-01,facebook_ads,10.00\n',
    })
    const { db, messages } = await runRaw(dir)
    expect(messages).toContain('notes.csv belongs to no table and is not loaded')
    expect(await db.all('select * from unknown_files')).toEqual([{ file_name: 'notes.csv' }])
    expect(await db.all('select spend, clicks from marketing_spend')).toEqual([
      { spend: '10.00', clicks: null },
    ])
    expect(await schemaDifferences(db, rawSchema)).toEqual([])
    await db.close()
  })

  it('has a fingerprint that follows every byte', async () => {
    const dir = dataFolder({ 'sellers.csv': `${HEADER}\na,b,c,d\n` })
    const print = () => rawStage.fingerprint!({ dataDir: dir, allowRejects: false })
    const before = await print()
    expect(await print()).toBe(before)
    writeFileSync(join(dir, 'sellers.csv'), `${HEADER}\na,b,c,e\n`)
    expect(await print()).not.toBe(before)
  })
})
