import { existsSync, readFileSync } from 'node:fs'
import { nearest } from '../../assumptions/index.js'
import { InputError } from '../../errors.js'
import type { MoneyFormat } from '../../format/index.js'
import { readRecord } from '../../raw/index.js'
import { type Driver, type LineMonth, type PublishedLine, WHOLE } from './actual.js'
import type { Segment } from './split.js'

/** One row of a budget: a line in a month, in one segment or as a whole. */
export interface BudgetRow {
  /** `yyyy-mm`. */
  readonly month: string
  /** A line of the profit and loss, or what counts units: `items`, `subscribers`. */
  readonly line: string
  /** A category or a plan; `all` where the budget tells none apart. */
  readonly segment: string
  /** Minor units of money, or a number of units. */
  readonly amount: number
}

const UNITS: readonly Driver[] = ['items', 'subscribers']
const HEADER = ['month', 'line', 'amount'] as const

/**
 * Reads a budget: CSV with the columns month, line, amount and, if wanted, segment. Amounts are money in
 * units of the currency, costs positive; of `items` and `subscribers` they are whole numbers.
 *
 * @throws InputError naming file, row, what came and what is allowed
 */
export function readBudget(
  path: string,
  lines: readonly PublishedLine[],
  money: MoneyFormat,
): BudgetRow[] {
  if (!existsSync(path)) {
    throw new InputError(
      `${path}: there is no such file. Make it with the columns ${HEADER.join(', ')}: yyyy-mm,commission,12000.00`,
    )
  }
  const [header = [], ...records] = recordsOf(path)
  const names = header.map((name) => (name ?? '').trim().toLowerCase())
  for (const name of HEADER) {
    if (names.includes(name)) continue
    throw new InputError(
      `${path}: got the columns ${names.join(', ')}, needed ${HEADER.join(', ')} (and segment, if wanted).`,
    )
  }
  const rows = records.map((fields, i) => {
    const of = (name: string) => (fields[names.indexOf(name)] ?? '').trim()
    const place = `${path}, row ${i + 2}`
    const line = knownLine(of('line'), lines, place)
    return {
      month: knownMonth(of('month'), place),
      line,
      segment: of('segment') || WHOLE,
      amount: amountOf(of('amount'), line, { place, money }),
    }
  })
  refuseTwice(rows, path)
  return rows
}

function recordsOf(path: string): (string | null)[][] {
  const bytes = readFileSync(path)
  const start = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0
  const records: (string | null)[][] = []
  for (let at = start; at < bytes.length; ) {
    const found = readRecord(bytes, at)
    if ('problem' in found) {
      throw new InputError(`${path}, row ${records.length + 1}: ${found.problem}.`)
    }
    if (found.fields.some((field) => field !== null)) records.push(found.fields)
    at = found.end
  }
  return records
}

function knownMonth(text: string, place: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text
  throw new InputError(`${place}: got the month '${text}', needed yyyy-mm.`)
}

function knownLine(text: string, lines: readonly PublishedLine[], place: string): string {
  const wanted = text.toLowerCase()
  const named = lines.find(({ line, name }) => line === wanted || name.toLowerCase() === wanted)
  if (named) return named.line
  if (UNITS.some((unit) => unit === wanted)) return wanted
  const known = [...lines.map(({ line }) => line), ...UNITS]
  const meant = nearest(wanted.replaceAll(' ', '_'), known)
  const hint = meant ? `Did you mean ${meant}? ` : ''
  throw new InputError(
    `${place}: got the line '${text}', which is none. ${hint}Allowed are ${known.join(', ')}.`,
  )
}

interface AmountPlace {
  readonly place: string
  readonly money: MoneyFormat
}

function amountOf(text: string, line: string, { place, money }: AmountPlace): number {
  const isUnits = UNITS.some((unit) => unit === line)
  const digits = isUnits ? 0 : money.minorDigits
  const pattern = new RegExp(digits === 0 ? '^\\d+$' : `^\\d+(\\.\\d{1,${digits}})?$`)
  const amount = Number(text)
  if (pattern.test(text) && amount * 10 ** digits <= Number.MAX_SAFE_INTEGER) {
    const [whole, part = ''] = text.split('.')
    return Number(whole + part.padEnd(digits, '0'))
  }
  const needed = isUnits
    ? 'a whole number'
    : `an amount of ${money.currency} such as 1234${digits === 0 ? '' : `.${'5'.repeat(digits)}`}, without signs or separators; costs are positive too`
  throw new InputError(`${place}: got the amount '${text}' of ${line}, needed ${needed}.`)
}

function refuseTwice(rows: readonly BudgetRow[], path: string): void {
  const seen = new Set<string>()
  rows.forEach(({ month, line, segment }, i) => {
    const key = `${month} ${line} ${segment}`
    if (seen.has(key)) {
      throw new InputError(
        `${path}, row ${i + 2}: ${line} of ${month}${segment === WHOLE ? '' : ` in ${segment}`} stands twice. Keep one.`,
      )
    }
    seen.add(key)
  })
}

/**
 * The lines of one month of a budget, as {@link LineMonth}. A line is told apart by segment where both it
 * and its units are; it counts units where the budget has them.
 */
export function budgetMonth(
  rows: readonly BudgetRow[],
  month: string,
  actual: ReadonlyMap<string, LineMonth>,
): ReadonlyMap<string, LineMonth> {
  const of = rows.filter((row) => row.month === month)
  const lines = [...new Set(of.map(({ line }) => line))].filter((line) => actual.has(line))
  return new Map(
    lines.map((line) => {
      const { driver } = actual.get(line)!
      const own = of.filter((row) => row.line === line)
      const units = of.filter((row) => row.line === driver)
      return [line, budgetLine(own, units, units.length === 0 ? 'none' : driver)]
    }),
  )
}

function budgetLine(
  own: readonly BudgetRow[],
  units: readonly BudgetRow[],
  driver: Driver,
): LineMonth {
  const isApart = [...own, ...units].every(({ segment }) => segment !== WHOLE)
  const segments = new Map<string, Segment>()
  const add = (name: string, more: Segment) => {
    const before = segments.get(name) ?? { units: 0, cents: 0 }
    segments.set(name, { units: before.units + more.units, cents: before.cents + more.cents })
  }
  for (const row of units) add(isApart ? row.segment : WHOLE, { units: row.amount, cents: 0 })
  for (const row of own) add(isApart ? row.segment : WHOLE, { units: 0, cents: row.amount })
  return { driver, segments }
}
