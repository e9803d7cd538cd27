import { identifier, literal } from '../../engine/index.js'
import type {
  LineOrigin,
  MomentOrigin,
  MoneyFormat,
  Said,
  WordOrigin,
} from '../../sources/index.js'
import { MINOR_UNITS } from '../file-text.js'

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
  const text = `replace(trim(${identifier(column)}), 'T', ' ')`
  const whole = pattern.replaceAll('T', ' ')
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
