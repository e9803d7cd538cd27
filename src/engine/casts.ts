import type { Engine } from './engine.js'
import type { SqlFunction } from './functions.js'

/**
 * Text to typed values, for models: each gives NULL where the text is empty, missing or does not
 * hold such a value exactly, and never an error, whatever the text. What counts is decided by a
 * pattern of ASCII digits and signs alone, over the whole text, so that what is cast fits and is
 * exact. An engine's own idea of a number ('1e3', ' 8 ', '٣', '24:00:00') plays no part.
 *
 * - `to_integer_or_null(text)`: '8' and '8.0', not '8.5'; at most nine digits
 * - `to_cents_or_null(text)`: '58.90' gives 5890; more decimals than the currency has are no amount,
 *   nor are more than 14 digits: a share of any amount fits into a BIGINT
 * - `to_micros_or_null(text)`: a coordinate in millionths, rounded half away from zero; below 1,000
 * - `to_double_or_null(text)`: a decimal number with an optional exponent
 * - `to_zip_prefix(text)`: five digits, leading zeros restored; other text as it is, trimmed
 * - `to_local_timestamp_or_null(text)`: as the next, with an offset such as ' -0500', ' UTC' or 'Z' behind
 *   it, and a T between day and time: the local moment as it stands, the offset left out
 * - `to_timestamp_or_null(text)`: 'YYYY-MM-DD hh:mm:ss' or 'YYYY-MM-DD'; no time zones
 */
const casts = (minorDigits: number): Readonly<Record<string, string>> => ({
  to_integer_or_null: `case
    when ${isAll(`[+-]?0*[0-9]{1,9}([.]0*)?`)} then cast(${decimal(0)} as integer)
  end`,
  to_cents_or_null: `case
    when ${isAll(`[+-]?0*[0-9]{1,${MONEY_DIGITS - minorDigits}}([.][0-9]{0,${minorDigits}}0*)?`)}
      then cast(${decimal(minorDigits)} * ${10 ** minorDigits} as bigint)
  end`,
  to_micros_or_null: `case
    when ${isAll(`[+-]?0*[0-9]{1,3}([.][0-9]*)?`)} then cast(${decimal(6)} * 1000000 as bigint)
  end`,
  to_double_or_null: `case
    when ${isAll('[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?')} then try_cast(x as double)
  end`,
  to_zip_prefix: `case
    when length(trim(x)) < 5 and ${isAll('[0-9]{1,4}', 'trim(x)')} then lpad(trim(x), 5, '0')
    else nullif(trim(x), '')
  end`,
  to_local_timestamp_or_null: `case
    when ${isAll(`${DAY}([ T]${TIME}([.][0-9]+)?( ?([+-][0-9]{2}:?[0-9]{2}|UTC|Z))?)?`)}
      then try_cast(replace(substr(x, 1, 19), 'T', ' ') as timestamp)
  end`,
  to_timestamp_or_null: `case
    when ${isAll(`${DAY}( ${TIME})?`)} then try_cast(x as timestamp)
  end`,
})

/** Digits of an amount of money, decimals included. */
const MONEY_DIGITS = 14
/** The calendar decides whether a month has the day. */
const DAY = '[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
const TIME = '([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]'

function isAll(pattern: string, text = 'x'): string {
  return `regexp_full_match(${text}, '${pattern}')`
}

/** Decimals beyond the digits are rounded half away from zero, as every engine rounds a decimal. */
function decimal(digits: number): string {
  return `try_cast(x as decimal(18, ${digits}))`
}

/**
 * The casting functions, for the models of one currency.
 *
 * @param minorDigits decimals of the currency
 */
export function castFunctions(minorDigits: number): Readonly<Record<string, SqlFunction>> {
  const bodies = Object.entries(casts(minorDigits))
  return Object.fromEntries(bodies.map(([name, body]) => [name, { parameters: ['x'], body }]))
}

/** Makes the casting functions known to the models that follow. */
export async function createCasts(engine: Engine, minorDigits: number): Promise<void> {
  await engine.define(castFunctions(minorDigits))
}
