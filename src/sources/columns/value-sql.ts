import { identifier, literal } from '../../engine/index.js'
import type { FileFormat, MappedColumn } from './map.js'

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
  const part = (name: string, otherwise: string) => {
    const at = dateFormat.indexOf(name)
    return at < 0 ? literal(otherwise) : `substr(${text}, ${at + 1}, ${name.length})`
  }
  const written = [...dateFormat.matchAll(/YYYY|MM|DD|hh|mm|ss|[^YMDhms]+/g)]
    .map(([piece]) => (/^[YMDhms]/.test(piece) ? `[0-9]{${piece.length}}` : escaped(piece)))
    .join('')
  const day = `${part('YYYY', '')} || '-' || ${part('MM', '')} || '-' || ${part('DD', '')}`
  const time = `${part('hh', '00')} || ':' || ${part('mm', '00')} || ':' || ${part('ss', '00')}`
  return `case when regexp_full_match(${text}, ${literal(`${written}.*`)}) then ${day} || ' ' || ${time} else 'no moment' end`
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
