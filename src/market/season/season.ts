import { isDeepStrictEqual } from 'node:util'
import { calendarDay, dayNumber, isoWeekday } from '../../time/calendar.js'
import type { FeastRule } from '../../time/feasts.js'

/** What a calendar effect can act on. */
export const seasonTargets = ['price', 'response', 'demand', 'spend'] as const
export type SeasonTarget = (typeof seasonTargets)[number]

/** How the days of an event are found: fixed dates (months and days from 1), or around a feast. */
export type EventRule =
  | { readonly kind: 'dates'; readonly first: MonthDay; readonly last: MonthDay }
  | {
      readonly kind: 'around'
      readonly feast: FeastRule | 'national_holiday'
      readonly daysBefore: number
      readonly daysAfter: number
    }

export interface MonthDay {
  readonly month: number
  readonly day: number
}

export interface SeasonEvent {
  readonly name: string
  readonly rule: EventRule
  readonly factors: Readonly<Record<SeasonTarget, number>>
}

export interface SeasonRules {
  /** Seven factors from Monday, by target. */
  readonly weekday: Readonly<Record<SeasonTarget, readonly number[]>>
  /** Twelve factors from January, by target. */
  readonly month: Readonly<Record<SeasonTarget, readonly number[]>>
  readonly events: readonly SeasonEvent[]
}

/** One calendar effect (`weekday`, `month` or an event's name) on every day, 1 where it is absent. */
export interface SeasonEffect {
  readonly effect: string
  readonly factors: Readonly<Record<SeasonTarget, Float64Array>>
}

/** The product of all effects by target, and the effects it is made of. */
export interface Season {
  readonly index: Readonly<Record<SeasonTarget, Float64Array>>
  readonly effects: readonly SeasonEffect[]
}

export interface SeasonSpan {
  readonly firstDay: number
  readonly days: number
  /** Day numbers of national holidays. */
  readonly holidays: ReadonlySet<number>
}

/** The calendar's effects on each day of a span. A day's factors follow from its date alone. */
export function seasonOf(rules: SeasonRules, span: SeasonSpan): Season {
  const effects = [
    effectOf('weekday', span, isoWeekday, (target, weekday) => rules.weekday[target][weekday - 1]!),
    effectOf(
      'month',
      span,
      (day) => calendarDay(day).month,
      (target, month) => rules.month[target][month - 1]!,
    ),
    ...rules.events.map((event) => {
      const active = eventDays(event.rule, span)
      return effectOf(
        event.name,
        span,
        (day) => active.has(day),
        (target, isOn) => (isOn ? event.factors[target] : 1),
      )
    }),
  ]
  return { effects, index: byTarget((target) => product(effects, target, span.days)) }
}

/** {@link seasonOf} that finds a season once where the next is the same: it must not be written to. */
export function keptSeason(): typeof seasonOf {
  let kept: { readonly of: readonly [SeasonRules, SeasonSpan]; readonly season: Season } | undefined
  return (rules, span) => {
    const of = [rules, span] as const
    if (!isDeepStrictEqual(kept?.of, of)) kept = { of, season: seasonOf(rules, span) }
    return kept!.season
  }
}

function effectOf<Of>(
  effect: string,
  { firstDay, days }: SeasonSpan,
  whatOf: (day: number) => Of,
  factor: (target: SeasonTarget, of: Of) => number,
): SeasonEffect {
  const each = Array.from({ length: days }, (_, t) => whatOf(firstDay + t))
  return {
    effect,
    factors: byTarget((target) => new Float64Array(days).map((_, t) => factor(target, each[t]!))),
  }
}

function product(
  effects: readonly SeasonEffect[],
  target: SeasonTarget,
  days: number,
): Float64Array {
  const index = new Float64Array(days).fill(1)
  for (const { factors } of effects) {
    for (let t = 0; t < days; t++) index[t]! *= factors[target][t]!
  }
  return index
}

function byTarget<T>(make: (target: SeasonTarget) => T): Record<SeasonTarget, T> {
  return {
    price: make('price'),
    response: make('response'),
    demand: make('demand'),
    spend: make('spend'),
  }
}

/** The days of a span on which an event is on. */
function eventDays(rule: EventRule, span: SeasonSpan): ReadonlySet<number> {
  const days = new Set<number>()
  const firstYear = calendarDay(span.firstDay).year - 1
  const lastYear = calendarDay(span.firstDay + span.days).year + 1
  const add = (from: number, to: number) => {
    for (let day = from; day <= to; day++) days.add(day)
  }
  if (rule.kind === 'around' && rule.feast === 'national_holiday') {
    for (const day of span.holidays) add(day - rule.daysBefore, day + rule.daysAfter)
    return days
  }
  for (let year = firstYear; year <= lastYear; year++) {
    if (rule.kind === 'dates') {
      const from = dayNumber(year, rule.first.month, rule.first.day)
      const to = dayNumber(year, rule.last.month, rule.last.day)
      add(from, to >= from ? to : dayNumber(year + 1, rule.last.month, rule.last.day))
    } else {
      const feast = (rule.feast as FeastRule)(year)
      if (feast !== null) add(feast - rule.daysBefore, feast + rule.daysAfter)
    }
  }
  return days
}
