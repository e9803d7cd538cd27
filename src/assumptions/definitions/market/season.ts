import { feastNames } from '../../../time/feasts.js'
import type { AssumptionValue, Collection, Spec } from '../../definition.js'

const model = 'Choice of this model; the size is a judgment, the direction is common knowledge'
const field = (name: string) => `market.season.events.*.${name}`

const eventDates: readonly Spec[] = [
  {
    id: field('rule'),
    value: 'dates',
    unit: 'choice',
    choices: ['dates', 'national_holiday', ...feastNames],
    why: "How the day is found each year: fixed dates, a feast of the run's country, or every national holiday",
    source: 'Calendar of feasts by country',
  },
  {
    id: field('first'),
    value: '01-01',
    unit: 'month_day',
    why: 'First day of the event (rule dates)',
    source: 'Calendar of feasts by country',
  },
  {
    id: field('last'),
    value: '01-01',
    unit: 'month_day',
    why: 'Last day of the event; before the first it reaches into the next year (rule dates)',
    source: 'Calendar of feasts by country',
  },
  {
    id: field('days_before'),
    value: 0,
    unit: 'days',
    min: 0,
    max: 60,
    why: 'Days before the feast that belong to the event (other rules)',
    source: 'Calendar of feasts by country',
  },
  {
    id: field('days_after'),
    value: 0,
    unit: 'days',
    min: 0,
    max: 60,
    why: 'Days after the feast that belong to the event (other rules)',
    source: 'Calendar of feasts by country',
  },
]

const targets = {
  price: 'Factor on the price of impressions',
  response: 'Factor on clicks per exposure',
  demand: 'Factor on unpaid impressions',
  spend: 'Factor on the daily budget (plan flat)',
} as const

const factor = { unit: 'factor', min: 0, max: 20 } as const

const eventFactors: readonly Spec[] = Object.entries(targets).map(([target, why]) => ({
  ...factor,
  id: field(`${target}_factor`),
  value: 1,
  why,
  source: model,
}))

const weekdays = { price: [1, 1, 1, 1.01, 1.03, 0.99, 0.97], spend: [1, 1, 1, 1, 1, 1, 1] }
const shopping = [1.06, 1.05, 1.04, 1.01, 0.98, 0.88, 0.98]
const clicking = [1.02, 1.02, 1.01, 1, 0.99, 0.97, 0.99]
const level = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]

const weekday = factors('weekday', 'Seven factors from Monday to Sunday')
const month = factors('month', 'Twelve factors from January to December')

const calendar: readonly Spec[] = [
  weekday('price', weekdays.price, 'Bidding is keenest before the weekend'),
  weekday('response', clicking, 'People click a little more at the desk than on Saturday'),
  weekday('demand', shopping, 'People shop online on Monday and rest on Saturday'),
  weekday('spend', weekdays.spend, 'Budgets are the same every day'),
  month(
    'price',
    [0.9, 0.93, 0.97, 1, 1.02, 1, 0.98, 1, 1, 1.02, 1.08, 1.1],
    'Auctions are cheap after Christmas and dear in the last quarter',
  ),
  month('response', level, 'No month changes how people react; events do'),
  month('demand', level, 'The months’ rhythm is in the trailing orders already'),
  month('spend', level, 'Budgets change at events, not by month'),
]

type FactorList = (target: string, value: readonly number[], why: string) => Spec

function factors(of: 'weekday' | 'month', words: string): FactorList {
  return (target, value, why) => ({
    ...factor,
    id: `market.season.${of}_${target}`,
    value,
    list: true,
    why: `${words}, mean 1. ${why}`,
    source: model,
  })
}

/** Calendar effects on price, response, demand and flat budgets. They multiply. */
export const seasonDefinitions: readonly Spec[] = [...calendar, ...eventDates, ...eventFactors]

/** An event with the reason for its factors. */
const event = (why: string, own: Readonly<Record<string, AssumptionValue>>) => ({
  ...own,
  ...Object.fromEntries(
    ['price_factor', 'response_factor', 'demand_factor'].map((factor) => [
      factor,
      { ...(own[factor] !== undefined && { value: own[factor] }), why },
    ]),
  ),
})

/** The events of the retail year; those of feasts that a country does not keep are not of its runs. */
export const seasonCollection: Collection = {
  id: 'market.season.events',
  members: {
    black_friday_week: event('Monday to Cyber Monday: everyone bids, everyone looks for offers', {
      rule: 'black_friday',
      days_before: 4,
      days_after: 3,
      price_factor: 1.3,
      response_factor: 1.2,
      demand_factor: 1.4,
      spend_factor: 2,
    }),
    black_friday: event('On top of its week: the largest day of online retail', {
      rule: 'black_friday',
      price_factor: 1.25,
      response_factor: 1.25,
      demand_factor: 1.6,
    }),
    christmas_run_up: event('Gifts that must arrive in time; delivery closes it around the 20th', {
      rule: 'christmas_shipping',
      days_before: 19,
      price_factor: 1.1,
      response_factor: 1.08,
      demand_factor: 1.1,
      spend_factor: 1.5,
    }),
    christmas_to_new_year: event('Advertisers and buyers are on holiday', {
      rule: 'new_year',
      days_before: 9,
      price_factor: 0.8,
      response_factor: 0.85,
      demand_factor: 0.75,
    }),
    carnival: event('Saturday to Ash Wednesday the country is in the street', {
      rule: 'carnival_tuesday',
      days_before: 3,
      days_after: 1,
      response_factor: 0.92,
      demand_factor: 0.85,
    }),
    mothers_day: event('The largest gift day after Christmas', {
      rule: 'mothers_day',
      days_before: 9,
      price_factor: 1.1,
      response_factor: 1.1,
      demand_factor: 1.12,
      spend_factor: 1.3,
    }),
    dia_dos_namorados: event('The day of lovers, kept on 12 June', {
      rule: 'dia_dos_namorados',
      days_before: 7,
      price_factor: 1.06,
      response_factor: 1.06,
      demand_factor: 1.08,
      spend_factor: 1.2,
    }),
    fathers_day: event('A gift day, smaller than Mother’s Day', {
      rule: 'fathers_day',
      days_before: 7,
      price_factor: 1.05,
      response_factor: 1.05,
      demand_factor: 1.06,
      spend_factor: 1.2,
    }),
    childrens_day: event('Toys and games are bought for it', {
      rule: 'childrens_day',
      days_before: 7,
      price_factor: 1.04,
      response_factor: 1.04,
      demand_factor: 1.05,
      spend_factor: 1.2,
    }),
    valentines_day: event('The day of lovers, kept on 14 February', {
      rule: 'valentines_day',
      days_before: 7,
      price_factor: 1.06,
      response_factor: 1.06,
      demand_factor: 1.08,
      spend_factor: 1.2,
    }),
    diwali: event('Three weeks of festive sales lead to it', {
      rule: 'diwali',
      days_before: 21,
      price_factor: 1.25,
      response_factor: 1.15,
      demand_factor: 1.4,
      spend_factor: 2,
    }),
    singles_day: event('Presales open on 1 November, the day itself is the largest of the year', {
      rule: 'singles_day',
      days_before: 10,
      price_factor: 1.3,
      response_factor: 1.2,
      demand_factor: 1.4,
      spend_factor: 2,
    }),
    national_holidays: event('A day off is a day away from the screen', {
      rule: 'national_holiday',
      response_factor: 0.97,
      demand_factor: 0.94,
    }),
  },
}
