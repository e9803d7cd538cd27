import type { FigureEvent } from '../../src/notebook/index.js'
import {
  type Figure,
  heatTable,
  histogram,
  lines,
  multiples,
  panels,
  ranked,
  stacked,
  waterfall,
} from '../../src/notebook/index.js'

const DAY_MS = 86_400_000
export const CHANNELS = [
  'facebook_ads',
  'google_search',
  'influencer_instagram',
  'email_marketing',
  'organic_search',
]

const EVENTS: FigureEvent[] = [
  { date: '2017-05-14', label: "Mother's Day" },
  { date: '2017-06-12', label: 'Dia dos Namorados' },
  { date: '2017-11-24', label: 'Black Friday' },
  { date: '2017-12-01', label: 'Christmas run-up' },
  { date: '2030-01-01', label: 'Beyond the axis' },
]

/** A day of the sample year, and a wave that repeats on every machine. */
const day = (i: number) => new Date(Date.UTC(2017, 0, 1) + i * DAY_MS)
const wave = (i: number, k = 0) => ((i * (7 + k) + 13 * k) % 23) - 8

/** One row per day and channel; some values below zero. */
export function dailyRows(days: number): object[] {
  return Array.from({ length: days }, (_, i) =>
    CHANNELS.map((channel, k) => ({
      date: day(i),
      channel,
      clicks: 40 + 60 * k + wave(i, k),
      low: 30 + 50 * k,
      high: 60 + 70 * k,
      spend_cents: (9 + wave(i, k)) * 12_345 * (k + 1),
      profit_cents: wave(i, k) * 123_456,
    })),
  ).flat()
}

const wide = (days: number) =>
  Array.from({ length: days }, (_, i) => ({
    date: day(i),
    born_clicks: 30 + wave(i),
    consumed_clicks: -20 - wave(i, 1),
    expired_clicks: -4,
    closing_clicks: 50 + 2 * wave(i, 2),
    profit_cents: wave(i) * 98_765,
  }))

const monthly = (months: number) =>
  Array.from({ length: months }, (_, i) => ({
    month: new Date(Date.UTC(2017, i, 1)),
    new_cents: 500_000,
    churn_cents: -i * 40_000,
    closing_cents: 400_000 * i,
  }))

const shares = ['inventory', 'same_day', 'a_method_with_a_very_long_name_indeed'].flatMap(
  (method, m) =>
    [...CHANNELS, 'direct'].map((channel, k) => ({
      method,
      channel,
      share_bps: 500 * m + 410 * k,
    })),
)

const response = (steps: number) =>
  CHANNELS.flatMap((channel, k) =>
    Array.from({ length: steps }, (_, i) => ({
      channel,
      exposure: i * 900 * (k + 1),
      clicks: (300 * i) / (i + 12) + (steps > 30 ? wave(i, k) : 0),
    })),
  )

const STEPS = [
  { step: 'GMV', amount_cents: 135_916_437_00, total: true },
  { step: 'Paid on to sellers', amount_cents: -115_916_437_00 },
  { step: 'Marketing wasted (decayed, expired or without response)', amount_cents: -21_000_000_00 },
  { step: 'Net profit', amount_cents: -1_000_000_00, total: true },
]

/** Each builder with a size of data that a diff can be read of, or with as much as it must bear. */
export function sampleFigures(size: 'small' | 'large'): Record<string, Figure> {
  const days = size === 'small' ? 12 : 425
  const rows = dailyRows(days)
  return {
    lines: lines({
      data: rows,
      x: 'date',
      y: 'clicks',
      series: 'channel',
      events: EVENTS,
      yTitle: 'Clicks a day',
    }),
    'lines-band': lines({
      data: rows.filter((row) => 'channel' in row && row.channel === 'facebook_ads'),
      x: 'date',
      y: 'clicks',
      band: { low: 'low', high: 'high' },
    }),
    'lines-lag': lines({
      data: Array.from({ length: 10 }, (_, lag) => ({ lag, weight_bps: 5000 / (lag + 1) })),
      x: 'lag',
      y: 'weight_bps',
      xTitle: 'Days after the impression',
    }),
    multiples: multiples({
      data: rows,
      x: 'date',
      y: ['spend_cents', 'profit_cents'],
      facet: 'channel',
      sharedY: false,
    }),
    stacked: stacked({
      data: rows,
      x: 'date',
      y: 'spend_cents',
      series: 'channel',
      events: EVENTS,
    }),
    'stacked-inventory': stacked({
      data: wide(days),
      x: 'date',
      y: ['born_clicks', 'consumed_clicks', 'expired_clicks'],
      net: 'closing_clicks',
    }),
    'stacked-months': stacked({
      data: monthly(size === 'small' ? 3 : 24),
      x: 'month',
      y: ['new_cents', 'churn_cents'],
      mark: 'bar',
      net: 'closing_cents',
    }),
    panels: panels({
      data: wide(days),
      x: 'date',
      panels: [
        { y: 'profit_cents', mark: 'bar', title: 'Daily profit' },
        { y: ['born_clicks', 'closing_clicks'], title: 'Clicks' },
      ],
      events: EVENTS,
    }),
    ranked: ranked({
      data: CHANNELS.map((channel, k) => ({ channel, profit_cents: wave(k, 3) * 1_234_567 })),
      category: 'channel',
      value: 'profit_cents',
    }),
    'ranked-parts': ranked({
      data: CHANNELS.map((channel, k) => ({ channel, decayed_cents: 9e5 * k, expired_cents: 1e6 })),
      category: 'channel',
      value: ['decayed_cents', 'expired_cents'],
    }),
    'ranked-range': ranked({
      data: CHANNELS.map((channel, k) => ({
        channel,
        profit_cents: wave(k, 3) * 1_234_567,
        low_cents: wave(k, 3) * 1_234_567 - 4e6 * k,
        high_cents: wave(k, 3) * 1_234_567 + 2e6,
      })),
      category: 'channel',
      value: 'profit_cents',
      range: { low: 'low_cents', high: 'high_cents' },
    }),
    waterfall: waterfall({
      data: STEPS,
      step: 'step',
      value: 'amount_cents',
      total: 'total',
    }),
    histogram: histogram({
      data: Array.from({ length: days * 3 }, (_, i) => ({ contribution_3_cents: wave(i) * 431 })),
      value: 'contribution_3_cents',
      range: [-3000, 5000],
      bins: 12,
      splitLabels: ['Loses money', 'Earns money'],
      countTitle: 'Order items',
    }),
    'response-curves': multiples({
      data: response(size === 'small' ? 6 : 60),
      points: response(size === 'small' ? 9 : 400),
      x: 'exposure',
      y: 'clicks',
      facet: 'channel',
      sharedX: false,
      sharedY: false,
    }),
    'heat-table': heatTable({
      data: shares,
      row: 'method',
      column: 'channel',
      value: 'share_bps',
    }),
  }
}
