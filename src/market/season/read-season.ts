import type { Assumptions } from '../../assumptions/index.js'
import { InputError } from '../../errors.js'
import { feastsOf } from '../../time/feasts.js'
import type { EventRule, MonthDay, SeasonEvent, SeasonRules, SeasonTarget } from './season.js'

/**
 * The calendar effects that are assumed. A declared event around a feast that the run's country does
 * not keep is no event of this run.
 *
 * @throws InputError when a list of factors has not one for each weekday or month, or an event of
 *   one's own names a feast of another country
 */
export function readSeason(assumptions: Assumptions): SeasonRules {
  return {
    weekday: lists(assumptions, 'weekday', 7),
    month: lists(assumptions, 'month', 12),
    events: eventsInForce(assumptions).map((name) => readEvent(assumptions, name)),
  }
}

/** The names of the events that the run's country has, in declared order. */
export function eventsInForce(assumptions: Assumptions): string[] {
  const country = assumptions.text('place.country')
  const rules = ['dates', 'national_holiday', ...feastsOf(country).map(({ name }) => name)]
  return assumptions.members('market.season.events').filter((event) => {
    const id = `market.season.events.${event}.rule`
    const rule = assumptions.text(id)
    if (rules.includes(rule)) return true
    if (assumptions.isDefault(id)) return false
    throw new InputError(
      `${id}: got ${rule}, which country ${country} does not keep, allowed ${rules.join(', ')}.`,
    )
  })
}

function readEvent(assumptions: Assumptions, name: string): SeasonEvent {
  const id = (field: string) => `market.season.events.${name}.${field}`
  const factor = (target: SeasonTarget) => assumptions.number(id(`${target}_factor`))
  return {
    name,
    rule: readRule(assumptions, id),
    factors: {
      price: factor('price'),
      response: factor('response'),
      demand: factor('demand'),
      spend: factor('spend'),
    },
  }
}

function readRule(assumptions: Assumptions, id: (field: string) => string): EventRule {
  const rule = assumptions.text(id('rule'))
  if (rule === 'dates') {
    const first = monthDay(assumptions.text(id('first')))
    return { kind: 'dates', first, last: monthDay(assumptions.text(id('last'))) }
  }
  return {
    kind: 'around',
    feast: rule === 'national_holiday' ? rule : feastRule(assumptions, rule),
    daysBefore: assumptions.number(id('days_before')),
    daysAfter: assumptions.number(id('days_after')),
  }
}

function feastRule(assumptions: Assumptions, rule: string) {
  const feasts = feastsOf(assumptions.text('place.country'))
  return feasts.find(({ name }) => name === rule)!.day
}

function monthDay(text: string): MonthDay {
  const [month, day] = text.split('-').map(Number)
  return { month: month!, day: day! }
}

function lists(
  assumptions: Assumptions,
  kind: 'weekday' | 'month',
  length: number,
): Record<SeasonTarget, readonly number[]> {
  const list = (target: SeasonTarget) => {
    const id = `market.season.${kind}_${target}`
    const factors = assumptions.list(id)
    if (factors.length === length) return factors
    throw new InputError(
      `${id}: got ${factors.length} factors, allowed ${length}. Write one for each ${kind}.`,
    )
  }
  return {
    price: list('price'),
    response: list('response'),
    demand: list('demand'),
    spend: list('spend'),
  }
}
