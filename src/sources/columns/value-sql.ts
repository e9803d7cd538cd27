import { identifier, literal } from '../../engine/index.js'
import { DATE_PARTS, type FileFormat, type MappedColumn } from './map.js'

/** The trimmed text of a mapped column; NULL where it is empty or nothing is mapped. */
export function textSql(mapped: MappedColumn | undefined): string {
  if (mapped === undefined) return 'cast(null as varchar)'
  if (mapped.constant !== undefined) return literal(mapped.constant)
  return `nullif(trim(${identifier(mapped.column!)}), '')`
}

/** The text of an amount with a decimal point and nothing between thousands; other text as it is. */
export function plainAmountSql(text: string, { decimal, grouping }: FileFormat): string {
  const whole = grouping ? `[0-9]{1,3}(${escaped(grouping)}[0-9]{3})*|[0-9]+` : '[0-9]+'
  const written = `-?(${whole})(${escaped(decimal)}[0-9]+)?`
  const bare = grouping ? `replace(${text}, ${literal(grouping)}, '')` : text
  return `case when regexp_full_match(${text}, ${literal(written)}) then replace(${bare}, ${literal(decimal)}, '.') else 'no amount' end`
}

/** The text of a moment as YYYY-MM-DD hh:mm:ss; text of another form gives none. */
export function plainMomentSql(text: string, { dateFormat }: FileFormat): string {
  const found = Array.from(dateFormat.matchAll(DATE_PARTS), ([part]) => part[0]!)
  const part = (letter: string, otherwise: string) => {
    const group = found.indexOf(letter) + 1
    if (group === 0) return literal(otherwise)
    return `lpad(regexp_extract(${text}, ${written}, ${group}), ${otherwise.length}, '0')`
  }
  const written = literal(`${datePattern(dateFormat)}.*`)
  const day = `${part('Y', '0000')} || '-' || ${part('M', '00')} || '-' || ${part('D', '00')}`
  const time = `${part('h', '00')} || ':' || ${part('m', '00')} || ':' || ${part('s', '00')}`
  return `case when regexp_full_match(${text}, ${written}) then ${day} || ' ' || ${time} else 'no moment' end`
}

/** The regular expression of a date format, a group a part. */
function datePattern(dateFormat: string): string {
  return dateFormat.replace(new RegExp(`${DATE_PARTS.source}|[^YMDhms]+`, 'g'), (piece) => {
    if (!/^[YMDhms]/.test(piece)) return escaped(piece)
    return `([0-9]{${piece.length === 1 ? '1,2' : piece.length}})`
  })
}

/** The cents of a mapped column. */
export function centsSql(mapped: MappedColumn | undefined, format: FileFormat): string {
  if (mapped === undefined) return 'cast(null as bigint)'
  const cents = `to_cents_or_null(${plainAmountSql(textSql(mapped), format)})`
  return mapped.times ? `${cents} * to_integer_or_null(trim(${identifier(mapped.times)}))` : cents
}

/** The local moment of a mapped column, brought from the file's zone to the shop's. */
export function momentSql(mapped: MappedColumn | undefined, format: FileFormat): string {
  if (mapped === undefined) return 'cast(null as timestamp)'
  const moment = `to_timestamp_or_null(${plainMomentSql(textSql(mapped), format)})`
  const { zone } = format
  if (!zone || zone.file === zone.shop) return moment
  return `moved_zone(${moment}, ${literal(zone.file)}, ${literal(zone.shop)})`
}

/** A word of the file as the canonical one; a word that is not translated stays, in small letters. */
export function wordSql(
  mapped: MappedColumn | undefined,
  words: Readonly<Record<string, string>>,
  otherwise: string,
): string {
  if (mapped === undefined) return literal(otherwise)
  const word = `lower(${textSql(mapped)})`
  const cases = Object.entries(words).map(
    ([from, to]) => `when ${literal(from)} then ${literal(to)}`,
  )
  return cases.length > 0 ? `case ${word} ${cases.join(' ')} else ${word} end` : word
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\ ']/g, (sign) =>
    sign === ' ' || sign === "'" ? sign : `\\${sign}`,
  )
}
