import type { UncheckedChanges } from '../assumptions.js'

const unchanging = { price: 1, response: 1 }
const everyMonth = new Array<number>(12).fill(1)
const weekendLess = [1, 1, 1, 1, 1, 0.9, 0.9]

/** A simple season that acts on budgets and on unpaid impressions alike. */
const period = (first: string, last: string, factor: number) => ({
  rule: 'dates',
  first,
  last,
  price_factor: unchanging.price,
  response_factor: unchanging.response,
  demand_factor: factor,
  spend_factor: factor,
})

const season = {
  weekday_price: new Array<number>(7).fill(1),
  weekday_response: new Array<number>(7).fill(1),
  weekday_demand: weekendLess,
  weekday_spend: weekendLess,
  month_price: everyMonth,
  month_response: everyMonth,
  month_demand: everyMonth,
  month_spend: everyMonth,
  events: {
    black_friday: null,
    black_friday_week: period('11-20', '11-28', 3.5),
    christmas_run_up: period('12-01', '12-15', 1.8),
    christmas_to_new_year: null,
    january: period('01-01', '01-31', 0.8),
    carnival: null,
    february_lovers: period('02-05', '02-12', 1.3),
    mothers_day: period('05-01', '05-10', 1.4),
    dia_dos_namorados: null,
    fathers_day: null,
    childrens_day: null,
    valentines_day: null,
    diwali: null,
    singles_day: null,
    national_holidays: null,
  },
}

/**
 * A simple market to compare with: flat budgets of 265 a day, unpaid impressions that grow by
 * themselves, audiences that don't grow with the shop. All of it is a guess.
 */
export const marketReference: UncheckedChanges = {
  plan: 'flat',
  channels: {
    facebook_ads: { capacity_impressions: 80_000, capacity_per_order_impressions: 0 },
    google_search: { capacity_impressions: 40_000, capacity_per_order_impressions: 0 },
    influencer_instagram: { capacity_impressions: 100_000, capacity_per_order_impressions: 0 },
    email_marketing: { capacity_impressions: 15_000, capacity_per_order_impressions: 0 },
    organic_search: {
      base: 'per_day',
      impressions_per_day: 5_000,
      growth_per_year: 0.944,
      capacity_impressions: 1_000_000,
      capacity_per_order_impressions: 0,
      decay: 0.99,
      max_lag_days: 28,
    },
  },
  season,
}

/** A market where advertising works and little is lost on the way. */
export const marketEasy: UncheckedChanges = { funnel_loss_bps: 2_000 }

/** Everyone spends half as much again, and more clicks are lost on the way. */
export const marketMedium: UncheckedChanges = {
  spend_factor_bps: 15_000,
  funnel_loss_bps: 3_000,
}

/** Spend has to be two and a half times as high and works half as well. */
export const marketHard: UncheckedChanges = {
  spend_factor_bps: 25_000,
  efficiency_factor: 0.5,
  funnel_loss_bps: 4_000,
}
