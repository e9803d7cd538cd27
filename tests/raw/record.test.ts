import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRecord } from '../../src/raw/record.js'
import { csvText, tables } from './csv-text.js'

const read = (text: string | Buffer, from = 0) => readRecord(Buffer.from(text as string), from)

describe('readRecord', () => {
  it('tells an empty field from a quoted empty one', () => {
    expect(read('a,,""\n')).toEqual({ fields: ['a', null, ''], end: 6 })
  })

  it('reads quotes, commas and line breaks inside quotes', () => {
    expect(read('"a""b","c,d","e\r\nf"\r\nnext')).toMatchObject({
      fields: ['a"b', 'c,d', 'e\r\nf'],
      end: 21,
    })
  })

  it('keeps spaces and a lone CR as they stand', () => {
    expect(read(' a , b\rc\n')).toMatchObject({ fields: [' a ', ' b\rc'] })
  })

  it.each([
    ['a,"b\n', 'a quote that is never closed'],
    ['a,"b"c\n', 'text after a closing quote'],
    ['a,b"c\n', 'a quote inside a field that is not quoted'],
    ['a,b\u0000c\n', 'a NUL byte'],
    [Buffer.from('a,\xe3\n', 'latin1'), 'bytes that are not UTF-8; save the file as UTF-8'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(read(text)).toEqual({ problem })
  })

  it('reads back every cell that was written', () => {
    fc.assert(
      fc.property(tables(4), fc.constantFrom('\n', '\r\n'), (rows, lineEnd) => {
        const bytes = Buffer.from(csvText(rows, lineEnd))
        const found = []
        for (let at = 0; at < bytes.length; ) {
          const record = readRecord(bytes, at)
          if ('problem' in record) throw new Error(record.problem)
          found.push(record.fields)
          at = record.end
        }
        expect(found).toEqual(rows)
      }),
    )
  })
})
