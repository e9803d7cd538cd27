import type { SqlSource } from '../../engine/index.js'
import { feastsOf } from '../../time/feasts.js'
import { Declared } from '../declared.js'
import { valuesOf, type WorkingTable } from './working-table.js'

const targets = ['price', 'response', 'demand', 'spend'] as const
const DAY = 86_400_000

type Effect = { effect: string; day: number } & Record<`${(typeof targets)[number]}_factor`, number>

/** Calendar effects that are on when they should be off, off when on, or other than declared. */
export const seasonDifferences: WorkingTable = {
  name: 'season_differences',
  uses: [],
  reads: ['market.season_effects', 'dwh.dim_date'],
  select: async (ask) => {
    const declared = await Declared.read(ask)
    const holidays = await readHolidays(ask)
    const rows = await ask<Effect>(
      `select *, date_diff('day', date '1970-01-01', date) as day from market.season_effects`,
    )
    const different = rows.filter((row) =>
      targets.some(
        (target) => row[`${target}_factor`] !== factorOf(declared, holidays, row, target),
      ),
    )
    const dated = different.map(({ effect, day }) => [
      effect,
      new Date(day * DAY).toISOString().slice(0, 10),
    ])
    return valuesOf({ effect: 'varchar', date: 'date' }, dated)
  },
}

async function readHolidays(ask: SqlSource['rows']): Promise<number[]> {
  const rows = await ask<{ day: number }>(
    `select date_diff('day', date '1970-01-01', date) as day
     from dwh.dim_date where is_holiday and date is not null`,
  )
  return rows.map(({ day }) => day)
}

function factorOf(
  declared: Declared,
  holidays: readonly number[],
  { effect, day }: Effect,
  target: (typeof targets)[number],
): number {
  const date = new Date(day * DAY)
  if (effect === 'weekday') {
    return (
      declared.list(`market.season.weekday_${target}`)[(date.getUTCDay() + 6) % 7] ?? Number.NaN
    )
  }
  if (effect === 'month') {
    return declared.list(`market.season.month_${target}`)[date.getUTCMonth()] ?? Number.NaN
  }
  const id = (field: string) => `market.season.events.${effect}.${field}`
  return isOn(declared, holidays, id, date) ? declared.number(id(`${target}_factor`)) : 1
}

function isOn(
  declared: Declared,
  holidays: readonly number[],
  id: (field: string) => string,
  date: Date,
): boolean {
  const rule = declared.text(id('rule'))
  if (rule === 'dates') {
    const today = date.toISOString().slice(5, 10)
    const [first, last] = [declared.text(id('first')), declared.text(id('last'))]
    return first <= last ? today >= first && today <= last : today >= first || today <= last
  }
  const year = date.getUTCFullYear()
  const feast = feastsOf(declared.text('place.country')).find(({ name }) => name === rule)
  const feasts =
    rule === 'national_holiday'
      ? holidays
      : [year - 1, year, year + 1].map((y) => feast?.day(y) ?? Number.NaN)
  const today = date.getTime() / DAY
  return feasts.some(
    (day) =>
      today >= day - declared.number(id('days_before')) &&
      today <= day + declared.number(id('days_after')),
  )
}

/** The effects that a run has: those of feasts that its country keeps, and of fixed dates. */
export const seasonEffects: WorkingTable = {
  name: 'season_effects_in_force',
  uses: [],
  reads: [],
  select: async (ask) => {
    const declared = await Declared.read(ask)
    return valuesOf(
      { effect: 'varchar' },
      effectsInForce(declared).map((effect) => [effect]),
    )
  },
}

/** Weekday, month and the events of the run's country, in declared order. */
export function effectsInForce(declared: Declared): string[] {
  const kept = feastsOf(declared.text('place.country')).map(({ name }) => name)
  const events = declared
    .members('market.season.events')
    .filter((event) =>
      ['dates', 'national_holiday', ...kept].includes(
        declared.text(`market.season.events.${event}.rule`),
      ),
    )
  return ['weekday', 'month', ...events]
}
