import { identifier, literal } from '../../engine/index.js'
import type {
  LineOrigin,
  MomentOrigin,
  MoneyFormat,
  Said,
  WordOrigin,
} from '../../sources/index.js'
import { MINOR_UNITS } from '../file-text.js'
import { twoDigitsSql, twoLetters } from './two-digits.js'

/** How the text of a flat export stands in the warehouse, as SQL over its raw table. */

/** The first text among some columns; null where none has one. */
export function textOf(said: readonly Said[]): string {
  const texts = said.map((one) =>
    typeof one === 'string' ? `nullif(trim(${identifier(one)}), '')` : literal(one.constant),
  )
  return texts.length === 0 ? 'cast(null as varchar)' : `coalesce(${texts.join(', ')})`
}

/** The canonical word of a line; null where it says nothing. */
export function wordOf({ filled, cases, otherwise }: WordOrigin): string {
  const silent = filled === undefined ? '' : `when ${textOf([filled])} is null then null`
  const whens = cases.map(({ column, values, pattern, word }) => {
    const text = `lower(${textOf([column])})`
    const fits = values
      ? `in (${values.map(literal).join(', ')})`
      : pattern === undefined
        ? 'is not null'
        : `similar to ${literal(`.*(${pattern}).*`.replace('.*(^', '(').replace('$).*', ')'))}`
    return `when ${text} ${fits} then ${literal(word)}`
  })
  const last =
    'word' in otherwise ? literal(otherwise.word) : `lower(${textOf([otherwise.column])})`
  const all = [silent, ...whens].filter(Boolean)
  return all.length === 0 ? last : `case ${all.join(' ')} else ${last} end`
}

const PARTS: Readonly<Record<string, string>> = {
  YYYY: '%Y',
  MM: '%m',
  DD: '%d',
  hh: '%H',
  mm: '%M',
  ss: '%S',
}

/** A moment, by the engine's own reading of dates: at the pattern's length, or the day alone. */
export function momentOf({ column, pattern, zone }: MomentOrigin): string {
  const whole = twoLetters(pattern.replaceAll('T', ' '))
  const written = `replace(trim(${identifier(column)}), 'T', ' ')`
  const text = whole.length === pattern.length ? written : twoDigitsSql(written)
  const day = whole.split(' ')[0]!
  const format = (of: string) => literal(of.replace(/YYYY|MM|DD|hh|mm|ss/g, (part) => PARTS[part]!))
  const read = (of: string) => `try_strptime(left(${text}, ${of.length}), ${format(of)})`
  const moment = `coalesce(${read(whole)}, ${read(day)})`
  if (!zone || zone.file === zone.shop) return moment
  return `timezone(${literal(zone.shop)}, timezone(${literal(zone.file)}, ${moment}))`
}

/** An amount in cents; null where there is none. */
export function centsOf(column: string, { decimal = '.', grouping }: MoneyFormat = {}): string {
  const sign = grouping === undefined ? '' : grouping
  const plain = `replace(translate(trim(${identifier(column)}), ${literal(sign)}, ''), ${literal(decimal)}, '.')`
  return `cast(try_cast(${plain} as decimal(18, 4)) * ${MINOR_UNITS} as bigint)`
}

/** What a line weighs among those of its order; null where it sells nothing. */
export function weightOf({ weight, format = {} }: LineOrigin): string {
  if ('constant' in weight)
    return `cast(${literal(weight.constant)} as decimal(18, 4)) * ${MINOR_UNITS}`
  const cents = centsOf(weight.column, format)
  if (!weight.times) return cents
  return `${cents} * cast(try_cast(trim(${identifier(weight.times)}) as double) as bigint)`
}

/** What a line cost the shop; null where no file tells. */
export function costOf({ cost, format = {} }: LineOrigin, tables: ReadonlySet<string>): string {
  if (cost === undefined) return 'cast(null as bigint)'
  if ('constant' in cost)
    return `cast(cast(${literal(cost.constant)} as decimal(18, 4)) * ${MINOR_UNITS} as bigint)`
  const { column, times, of } = cost
  const pieces = times ? ` * cast(try_cast(trim(${identifier(times)}) as double) as bigint)` : ''
  if (of === undefined) return `${centsOf(column, format)}${pieces}`
  if (!tables.has(of.table)) return 'cast(null as bigint)'
  const told = `select distinct ${centsOf(column, format)} as cents, trim(${identifier(of.key)}) as key
    from raw.${identifier(of.table)}
    where trim(${identifier(column)}) <> '' and trim(${identifier(of.key)}) <> ''`
  return `(select case when count(*) = 1 then max(cents) end from (${told}) as told
    where told.key = trim(${identifier(of.by)}))${pieces}`
}
