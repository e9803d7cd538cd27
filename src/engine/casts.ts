import type { Database } from './database.js'

/**
 * Text to typed values, for models: each gives NULL where the text is empty, missing or does not
 * hold such a value exactly. Kept here as functions of the engine, so that models read the same on
 * another one.
 *
 * - `to_integer_or_null(text)`: '8' and '8.0', not '8.5'
 * - `to_cents_or_null(text)`: '58.90' gives 5890; more decimals than the currency has are no amount
 * - `to_micros_or_null(text)`: a coordinate in millionths, rounded
 * - `to_zip_prefix(text)`: five digits, leading zeros restored; other text as it is, trimmed
 * - `to_timestamp_or_null(text)`: 'YYYY-MM-DD hh:mm:ss' or 'YYYY-MM-DD'; no time zones
 */
const casts = (minorDigits: number): Readonly<Record<string, string>> => ({
  to_integer_or_null: `case
    when regexp_full_match(x, '[+-]?[0-9]+([.]0*)?') then try_cast(x as integer)
  end`,
  to_cents_or_null: `case
    when regexp_full_match(x, '[+-]?[0-9]+([.][0-9]{0,${minorDigits}}0*)?')
      then cast(try_cast(x as decimal(18, ${minorDigits})) * ${10 ** minorDigits} as bigint)
  end`,
  to_micros_or_null: `cast(try_cast(x as decimal(18, 6)) * 1000000 as bigint)`,
  to_zip_prefix: `case
    when length(trim(x)) between 1 and 4 and try_cast(x as integer) is not null
      then lpad(trim(x), 5, '0')
    else nullif(trim(x), '')
  end`,
  to_timestamp_or_null: `case
    when length(x) in (10, 19) and substr(x, 5, 1) = '-' then try_cast(x as timestamp)
  end`,
})

/**
 * Makes the casting functions known to the models of this connection.
 *
 * @param minorDigits decimals of the currency
 */
export async function createCasts(db: Database, minorDigits: number): Promise<void> {
  for (const [name, body] of Object.entries(casts(minorDigits))) {
    await db.exec(`create or replace temporary macro ${name}(x) as ${body}`)
  }
}
