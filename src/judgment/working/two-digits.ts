/** A text with a zero before every digit that stands alone. */
export function twoDigits(text: string): string {
  return text.replace(/(?<![0-9])[0-9](?![0-9])/g, '0$&')
}

/** The same as SQL; twice, for one match may end where the next begins. */
export function twoDigitsSql(text: string): string {
  const once = (of: string) =>
    String.raw`regexp_replace(${of}, '(^|[^0-9])([0-9])([^0-9]|$)', '\10\2\3', 'g')`
  return once(once(text))
}

/** A date format with month, day and hour in two letters each. */
export function twoLetters(format: string): string {
  return format.replace(/(?<!M)M(?!M)|(?<!D)D(?!D)|(?<!h)h(?!h)/g, '$&$&')
}
