import type { SqlSource } from '../../engine/index.js'
import { feastsOf } from '../../time/feasts.js'
import type { Declared } from '../declared.js'
import { valuesOf, type WorkingTable } from './working-table.js'

const targets = ['price', 'response', 'demand', 'spend'] as const
const DAY = 86_400_000

type Effect = { effect: string; day: number } & Record<`${(typeof targets)[number]}_factor`, number>

/** Calendar effects that are on when they should be off, off when on, or other than declared. */
export const seasonDifferences: WorkingTable = {
  name: 'season_differences',
  uses: [],
  reads: ['market.season_effects', 'dwh.dim_date'],
  select: async (ask, declared) => {
    const holidays = await readHolidays(ask)
    const rows = await ask<Effect>(
      `select effect, ${targets.map((target) => `${target}_factor`).join(', ')},
         date_diff('day', date '1970-01-01', date) as day
       from market.season_effects`,
    )
    const known = new Map<string, Factors>()
    const different = rows.filter((row) => {
      const { effect, day } = row
      const factors = known.get(effect) ?? factorsOf(declared, holidays, effect)
      known.set(effect, factors)
      const expected = factors(day)
      return targets.some((target, i) => row[`${target}_factor`] !== expected[i])
    })
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

/** What an effect does on a day, by target in their order. */
type Factors = (day: number) => readonly number[]

function factorsOf(declared: Declared, holidays: readonly number[], effect: string): Factors {
  if (effect === 'weekday' || effect === 'month') {
    const lists = targets.map((target) => declared.list(`market.season.${effect}_${target}`))
    return (day) => {
      const date = new Date(day * DAY)
      const at = effect === 'weekday' ? (date.getUTCDay() + 6) % 7 : date.getUTCMonth()
      return lists.map((list) => list[at] ?? Number.NaN)
    }
  }
  const id = (field: string) => `market.season.events.${effect}.${field}`
  const strengths = targets.map((target) => declared.number(id(`${target}_factor`)))
  const none = targets.map(() => 1)
  const isOn = daysOf(declared, holidays, id)
  return (day) => (isOn(day) ? strengths : none)
}

/** On which days an event is on. */
function daysOf(
  declared: Declared,
  holidays: readonly number[],
  id: (field: string) => string,
): (day: number) => boolean {
  const rule = declared.text(id('rule'))
  if (rule === 'dates') {
    const [first, last] = [declared.text(id('first')), declared.text(id('last'))]
    return (day) => {
      const today = new Date(day * DAY).toISOString().slice(5, 10)
      return first <= last ? today >= first && today <= last : today >= first || today <= last
    }
  }
  const [before, after] = ['days_before', 'days_after'].map((field) => declared.number(id(field)))
  const feast = feastsOf(declared.text('place.country')).find(({ name }) => name === rule)
  const known = new Map<number, number[]>()
  const feastsBeside = (day: number) => {
    const year = new Date(day * DAY).getUTCFullYear()
    const beside =
      known.get(year) ?? [year - 1, year, year + 1].map((y) => feast?.day(y) ?? Number.NaN)
    known.set(year, beside)
    return beside
  }
  return (day) =>
    (rule === 'national_holiday' ? holidays : feastsBeside(day)).some(
      (kept) => day >= kept - before! && day <= kept + after!,
    )
}

/** The effects that a run has: those of feasts that its country keeps, and of fixed dates. */
export const seasonEffects: WorkingTable = {
  name: 'season_effects_in_force',
  uses: [],
  reads: [],
  select: async (_, declared) => {
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
