import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMMA } from '../../src/raw/record.js'
import { ShapeReader } from '../../src/raw/shape.js'
import { csvText, tables } from './csv-text.js'

function shapeOf(text: string | Buffer, fields = 3, lineEnd: '\n' | '\r\n' = '\n') {
  const columns = Array.from({ length: fields }, (_, i) => `c${i}`)
  const reader = new ShapeReader({ columns, lineEnd, delimiter: COMMA })
  reader.push(Buffer.from(text as string))
  return reader.end()
}

describe('the shape of a regular file', () => {
  it.each([
    ['plain lines', 'a,b,c\n1,2,3\n4,5,6\n', { lines: 3, records: 2, blankLines: 0 }],
    ['no line end at the end', 'a,b,c\n1,2,3', { lines: 2, records: 1, blankLines: 0 }],
    ['an empty last field at the end', 'a,b,c\n1,2,', { lines: 2, records: 1, blankLines: 0 }],
    ['a header only', 'a,b,c\n', { lines: 1, records: 0, blankLines: 0 }],
    ['a byte order mark', '\ufeff"a",b,c\n1,2,3\n', { lines: 2, records: 1, blankLines: 0 }],
    ['blank lines', 'a,b,c\n\n1,2,3\n\n', { lines: 4, records: 1, blankLines: 2 }],
    ['breaks inside quotes', 'a,b,c\n1,"x\n\ny",3\n', { lines: 4, records: 1, blankLines: 0 }],
    ['doubled quotes', 'a,b,c\n"""","x""y",""\n', { lines: 2, records: 1, blankLines: 0 }],
    ['lone CR inside quotes', 'a,b,c\n"\r",2,3\n', { lines: 2, records: 1, blankLines: 0 }],
  ])('%s', (_, text, shape) => {
    expect(shapeOf(text)).toEqual(shape)
  })

  it('reads CRLF', () => {
    const text = 'a,b,c\r\n1,"x\ny",3\r\n\r\n'
    expect(shapeOf(text, 3, '\r\n')).toEqual({ lines: 4, records: 1, blankLines: 1 })
  })
})

describe('an irregular file has no shape', () => {
  it.each([
    ['a short line', 'a,b,c\n1,2\n'],
    ['a long line', 'a,b,c\n1,2,3,4\n'],
    ['a comma too many', 'a,b,c\n1,2,3,\n'],
    ['a short last line', 'a,b,c\n1,2'],
    ['a quote that never closes', 'a,b,c\n1,2,"3\n'],
    ['a quote inside a field', 'a,b,c\n1,x"y,3\n'],
    ['text after a closing quote', 'a,b,c\n1,"x"y,3\n'],
    ['a space before a quote', 'a,b,c\n1, "x",3\n'],
    ['a space after a quote', 'a,b,c\n1,"x" ,3\n'],
    ['mixed line ends', 'a,b,c\n1,2,3\r\n4,5,6\n'],
    ['a lone CR', 'a,b,c\n1,x\ry,3\n'],
    ['a NUL byte', 'a,b,c\n1,x\u0000y,3\n'],
    ['Latin-1', Buffer.from('a,b,c\n1,S\xe3o,3\n', 'latin1')],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(shapeOf(text)).toBeUndefined()
  })

  it('LF in a CRLF file', () => {
    expect(shapeOf('a,b,c\r\n1,2,3\n', 3, '\r\n')).toBeUndefined()
  })
})

it('counts the records of any well-formed table, however it is cut into chunks', () => {
  fc.assert(
    fc.property(tables(3), fc.constantFrom('\n' as const, '\r\n' as const), (rows, lineEnd) => {
      const text = csvText([['a', 'b', 'c'], ...rows], lineEnd)
      const reader = new ShapeReader({ columns: ['a', 'b', 'c'], lineEnd, delimiter: COMMA })
      for (const chunk of text.split(/(?<=\n)/)) reader.push(Buffer.from(chunk))
      expect(reader.end()).toMatchObject({ records: rows.length, blankLines: 0 })
    }),
  )
})
