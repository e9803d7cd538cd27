import { isUtf8 } from 'node:buffer'

/** The fields of one record; null where the field is empty, '' where it is quoted and empty. */
export type Fields = (string | null)[]

/** A record that was read, or why it could not be. */
export type RecordResult =
  | { readonly fields: Fields; readonly end: number }
  | { readonly problem: string }

const QUOTE = 0x22
/** The code of a comma. */
export const COMMA = 0x2c
const LF = 0x0a
const CR = 0x0d

/**
 * Reads one record of RFC 4180 from bytes: the strict reader for files that a fast one could be
 * fooled by.
 *
 * @param from where the record begins
 * @param delimiter code of the character between fields
 * @returns its fields and where the next record begins, or the problem in words
 */
export function readRecord(bytes: Buffer, from: number, delimiter = COMMA): RecordResult {
  const fields: Fields = []
  for (let at = from; ; ) {
    const field =
      bytes[at] === QUOTE ? readQuoted(bytes, at, delimiter) : readUnquoted(bytes, at, delimiter)
    if ('problem' in field) return field
    fields.push(field.value)
    if (bytes[field.end] !== delimiter) return { fields, end: afterLineEnd(bytes, field.end) }
    at = field.end + 1
  }
}

type FieldResult =
  | { readonly value: string | null; readonly end: number }
  | { readonly problem: string }

function readUnquoted(bytes: Buffer, from: number, delimiter: number): FieldResult {
  let end = from
  while (end < bytes.length && bytes[end] !== delimiter && !atLineEnd(bytes, end)) {
    if (bytes[end] === QUOTE) return { problem: 'a quote inside a field that is not quoted' }
    end++
  }
  if (end === from) return { value: null, end }
  return decoded(bytes.subarray(from, end), end)
}

function readQuoted(bytes: Buffer, from: number, delimiter: number): FieldResult {
  let end = bytes.indexOf(QUOTE, from + 1)
  while (end >= 0 && bytes[end + 1] === QUOTE) end = bytes.indexOf(QUOTE, end + 2)
  if (end < 0) return { problem: 'a quote that is never closed' }
  const next = end + 1
  if (next < bytes.length && bytes[next] !== delimiter && !atLineEnd(bytes, next)) {
    return { problem: 'text after a closing quote' }
  }
  const field = decoded(bytes.subarray(from + 1, end), next)
  if ('problem' in field) return field
  return { value: field.value!.replaceAll('""', '"'), end: next }
}

function decoded(bytes: Buffer, end: number): FieldResult {
  if (!isUtf8(bytes)) return { problem: 'bytes that are not UTF-8; save the file as UTF-8' }
  if (bytes.includes(0)) return { problem: 'a NUL byte' }
  return { value: bytes.toString('utf8'), end }
}

function atLineEnd(bytes: Buffer, at: number): boolean {
  return bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] === LF)
}

function afterLineEnd(bytes: Buffer, at: number): number {
  return at >= bytes.length ? at : at + (bytes[at] === CR ? 2 : 1)
}
