import { InputError } from '../errors.js'
import { parseDay } from '../time/calendar.js'
import { type AssumptionValue, allowedWords, type Definition, units } from './definition.js'

/**
 * Checks one value against its definition.
 *
 * @param path where the value stands, as the user wrote it
 * @returns the value
 * @throws InputError with the path, the value, what is allowed and how to write it
 */
export function checkValue(definition: Definition, path: string, value: unknown): AssumptionValue {
  const problem = definition.list
    ? !Array.isArray(value) || value.length === 0 || value.some((item) => !fits(definition, item))
    : !fits(definition, value)
  if (!problem) return value as AssumptionValue
  throw new InputError(
    `${path}: got ${JSON.stringify(value)}, allowed ${allowedWords(definition)}. ${remedy(definition, value)}`,
  )
}

function fits(definition: Definition, value: unknown): boolean {
  switch (definition.unit) {
    case 'choice':
      return typeof value === 'string' && definition.choices!.includes(value)
    case 'text':
      return typeof value === 'string' && value.length > 0
    case 'flag':
      return typeof value === 'boolean'
    case 'date':
      return value === '' || isDate(value)
    case 'month_day':
      return typeof value === 'string' && isDate(`2020-${value}`)
    case 'currency':
      return typeof value === 'string' && isCurrency(value)
    case 'country':
      return typeof value === 'string' && isCountry(value)
    case 'locale':
      return typeof value === 'string' && isLocale(value)
    case 'colour':
      return typeof value === 'string' && /^(#[0-9a-f]{6})?$/.test(value)
    default:
      return fitsNumber(definition, value)
  }
}

function fitsNumber(definition: Definition, value: unknown): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false
  if (units[definition.unit].integer && !Number.isSafeInteger(value)) return false
  return value >= (definition.min ?? -Infinity) && value <= (definition.max ?? Infinity)
}

function isCurrency(value: string): boolean {
  return Intl.supportedValuesOf('currency').includes(value)
}

function isCountry(value: string): boolean {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  return /^[A-Z]{2}$/.test(value) && names.of(value) !== undefined
}

function isLocale(value: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(value).length > 0
  } catch {
    return false
  }
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && parseDay(value) !== null
}

/** Reads what was probably meant ('3.5%', '€ 12,50') and says how to write it. */
function remedy(definition: Definition, value: unknown): string {
  const isNumber = typeof definition.value === 'number'
  if (
    isNumber &&
    typeof value === 'string' &&
    /\d/.test(value) &&
    fitsNumber(definition, Number(value))
  ) {
    return `Write it without quotes: ${Number(value)}.`
  }
  const meant = typeof value === 'string' ? meantNumber(value) : undefined
  if (meant !== undefined && definition.unit === 'bps') {
    return `${value} is ${Math.round(meant * 100)}.`
  }
  if (meant !== undefined && definition.unit === 'cents') {
    return `${value} is ${Math.round(meant * 100)} in a currency of two decimals.`
  }
  const { hint } = units[definition.unit]
  return `${hint[0]!.toUpperCase()}${hint.slice(1)}.`
}

function meantNumber(text: string): number | undefined {
  const bare = text.replace(/[^\d.,+-]/g, '')
  const decimal = bare.includes(',') ? bare.replaceAll('.', '').replace(',', '.') : bare
  const number = Number(decimal)
  return decimal !== '' && Number.isFinite(number) ? number : undefined
}
