import type { RunFitOptions } from '../decisions/index.js'
import { InputError } from '../errors.js'
import type { SpendPlan } from '../market/index.js'
import { channelId } from '../market/index.js'
import { readDelimited, readLiftFile } from '../series/index.js'

/** The flags that fit a run otherwise than it was published. */
export interface FitOptionFlags {
  lift?: string
  outcome?: RunFitOptions['outcome']
  prior?: RunFitOptions['prior']
}

/** What they ask for; nothing where none is given. */
export function fitOptionsOf({ lift, outcome, prior }: FitOptionFlags): RunFitOptions {
  const liftTests =
    lift && readLiftFile(lift).map((test) => ({ ...test, channel: channelId(test.channel) }))
  return {
    ...(liftTests && { liftTests }),
    ...(outcome && { outcome }),
    ...(prior && { prior }),
  }
}

/**
 * A plan with the cells that a file names: a line of channel, date and spend_cents each; all other cells stay.
 *
 * @throws InputError on a column that lacks or a cell that cannot be read, naming its line
 */
export function plannedByFile(plan: SpendPlan, path: string): SpendPlan {
  const rows = linesOf(path, ['channel', 'date', 'spend_cents'])
  return plan.set({
    channel: rows.map(({ cell }) => channelId(cell('channel'))),
    date: rows.map(({ cell }) => cell('date')),
    spend_cents: rows.map(({ number }) => number('spend_cents')),
  })
}

/**
 * Bounds of channels: a line of channel, low and high each, as multiples of today's spend.
 *
 * @throws InputError on a column that lacks or a cell that cannot be read, naming its line
 */
export function boundsByFile(path: string): Record<string, { low: number; high: number }> {
  const rows = linesOf(path, ['channel', 'low', 'high'])
  return Object.fromEntries(
    rows.map(({ cell, number }) => [
      channelId(cell('channel')),
      { low: number('low'), high: number('high') },
    ]),
  )
}

function linesOf<Column extends string>(path: string, columns: readonly Column[]) {
  const { header, lines } = readDelimited(path)
  const lacking = columns.filter((column) => !header.includes(column))
  if (lacking.length > 0) {
    throw new InputError(`${path}: no column ${lacking.join(', ')}, needed ${columns.join(', ')}.`)
  }
  return lines.map(({ cells, number: line }) => {
    const cell = (column: Column) => cells[header.indexOf(column)]!.trim()
    const number = (column: Column) => {
      const value = cell(column) === '' ? Number.NaN : Number(cell(column))
      if (Number.isFinite(value)) return value
      throw new InputError(
        `${path}, line ${line}, ${column}: got ${JSON.stringify(cell(column))}, allowed a number such as 12.5.`,
      )
    }
    return { cell, number }
  })
}
