/** How text of a file stands in the warehouse, as SQL: told from the warehouse's side where it can be. */

/** A word, trimmed, in lower case; `unknown` where there is none. */
export const word = (text: string) => `coalesce(nullif(lower(trim(${text})), ''), 'unknown')`

/** The same in upper case, as states are written. */
export const state = (text: string) => `coalesce(nullif(upper(trim(${text})), ''), 'unknown')`

/** A zip prefix: five digits. */
export const zip = (text: string) => `coalesce(nullif(case
  when length(trim(${text})) < 5 and regexp_full_match(trim(${text}), '[0-9]{1,4}') then right(concat('0000', trim(${text})), 5)
  else trim(${text}) end, ''), 'unknown')`

/** How many minor units of the currency make one of it. */
export const MINOR_UNITS = "(select cast(value as bigint) from assumed where id = 'minor_units')"

/** Amount of money in a file, in minor units; 0 where there is none. One below a billion is worked out in 64 bits. */
export const money = (text: string) => `coalesce(
  cast(try_cast(${text} as decimal(13, 4)) * cast(${MINOR_UNITS} as decimal(5, 0)) as bigint),
  cast(cast(nullif(${text}, '') as decimal(18, 4)) * ${MINOR_UNITS} as bigint), 0)`

/** A time of the warehouse, written as the file writes it, is the file's text, or both are not there. */
export const sameTime = (time: string, text: string) => `coalesce(
  cast(${time} as varchar) = case when length(${text}) = 10 then concat(${text}, ' 00:00:00')
    else ${text} end,
  ${time} is null and (coalesce(${text}, '') = ''
    or try_cast(${text} as timestamp) is null or length(${text}) not in (10, 19)))`

/** A whole number of the warehouse is the file's text, or both are not there. */
export const sameNumber = (number: string, text: string) => `coalesce(
  ${number} = try_cast(${text} as double), ${number} is null
    and (coalesce(${text}, '') = '' or try_cast(${text} as double) is null
      or try_cast(${text} as double) <> floor(try_cast(${text} as double))))`
