import type { Grain } from '../decisions/data.js'
import { InputError } from '../errors.js'
import { dateOf } from '../time/calendar.js'
import { DATE_FORMATS, dayOfCell, type NumberStyle, numberOf } from './cells.js'
import { type DelimitedFile, type DelimitedLine, readDelimited } from './delimited.js'
import type { SeriesMap } from './map.js'

/** The columns of a flat series, its lines in the order of their dates. */
export class SeriesTable {
  readonly path: string
  readonly header: readonly string[]
  readonly #style: NumberStyle
  #lines: readonly DelimitedLine[]

  private constructor(file: DelimitedFile, style: NumberStyle) {
    this.path = file.path
    this.header = file.header
    this.#style = style
    this.#lines = file.lines
  }

  static read(path: string, { delimiter, encoding, decimal, grouping }: SeriesMap): SeriesTable {
    const file = readDelimited(path, {
      ...(delimiter && { delimiter }),
      ...(encoding && { encoding }),
    })
    const comma = file.lines.some(({ cells }) => cells.some((cell) => /^-?\d+,\d+$/.test(cell)))
    return new SeriesTable(file, {
      decimal: decimal ?? (comma ? ',' : '.'),
      ...(grouping && { grouping }),
    })
  }

  /**
   * Puts the lines in the order of their dates.
   *
   * @returns the day of each line, and whether they are a day or a week apart
   * @throws InputError on a date that is none, or on dates that are not one step apart
   */
  dated(column: string, declared?: string): { grain: Grain; days: number[] } {
    const cells = this.#cells(column, 0)
    const format =
      declared ??
      DATE_FORMATS.find((form) => cells.every(({ cell }) => dayOfCell(cell, form) !== undefined))
    const wrong = cells.find(
      ({ cell }) => dayOfCell(cell, format ?? DATE_FORMATS[0]!) === undefined,
    )
    if (wrong || cells.length < 2) {
      throw new InputError(
        `${this.path}, line ${wrong?.line ?? cells[0]?.line ?? 1}, ${column}: got ${wrong ? JSON.stringify(wrong.cell) : 'no second line'}, allowed dates such as ${declared ?? '2024-03-31'}, a line a day or a week. Another form: series.date_format of a map, e.g. DD.MM.YYYY.`,
      )
    }
    const dated = this.#lines
      .map((line, i) => ({ line, day: dayOfCell(cells[i]!.cell, format!)! }))
      .sort((a, b) => a.day - b.day)
    this.#lines = dated.map(({ line }) => line)
    const days = dated.map(({ day }) => day)
    return { grain: this.#grainOf(days), days }
  }

  #grainOf(days: readonly number[]): Grain {
    const steps = days.slice(1).map((day, i) => day - days[i]!)
    const usual = steps.filter((step) => step === 7).length * 2 > steps.length ? 7 : 1
    const at = steps.findIndex((step) => step !== usual)
    if (at < 0) return usual === 7 ? 'week' : 'day'
    const [from, to] = [dateOf(days[at]!), dateOf(days[at + 1]!)]
    const remedy =
      steps[at] === 0
        ? 'Give each date one line: a column of spend a channel, summed over all else.'
        : `Add the missing lines (spend 0 where nothing was spent), or sum to whole weeks.`
    throw new InputError(
      `${this.path}, lines ${this.#lines[at]!.number} and ${this.#lines[at + 1]!.number}: ${from} is followed by ${to}, allowed one step of ${usual} day${usual === 1 ? '' : 's'} all along (days or weeks). ${remedy}`,
    )
  }

  /** How many lines come before the first that has something in a column. */
  leadingEmpty(column: string): number {
    const at = this.#cells(column, 0).findIndex(({ cell }) => cell !== '')
    if (at >= 0) return at
    throw new InputError(`${this.path}, ${column}: the column is empty, needed numbers.`)
  }

  /**
   * Numbers of a column.
   *
   * @throws InputError on the first cell that is no number, or negative where none is allowed
   */
  numbers(column: string, from: number, allowsNegative = false): Float64Array {
    return Float64Array.from(this.#cells(column, from), ({ cell, line }) => {
      const value = numberOf(cell, this.#style)
      if (value !== undefined && (allowsNegative || value >= 0)) return value
      const zero = cell === '' ? ' Write 0 where there was nothing.' : ''
      throw new InputError(
        `${this.path}, line ${line}, ${column}: got ${JSON.stringify(cell)}, allowed numbers${allowsNegative ? '' : ' >= 0'} such as 1234${this.#style.decimal}5.${zero} Another form: series.decimal and series.grouping of a map.`,
      )
    })
  }

  /** The words of a column, or undefined where all are numbers. */
  words(column: string, from: number): string[] | undefined {
    const cells = this.#cells(column, from).map(({ cell }) => cell)
    return cells.every((cell) => numberOf(cell, this.#style) !== undefined) ? undefined : cells
  }

  #cells(column: string, from: number): { cell: string; line: number }[] {
    const at = this.header.indexOf(column)
    return this.#lines
      .slice(from)
      .map(({ cells, number }) => ({ cell: cells[at]!.trim(), line: number }))
  }
}
