import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSeriesMap } from '../../src/series/map.js'
import { readSeries } from '../../src/series/read.js'
import { dateOf, dayOf } from '../../src/time/calendar.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-series-'))
afterAll(() => rmSync(dir, { recursive: true }))

function file(text: string, name = 'series.csv'): string {
  const path = join(dir, name)
  writeFileSync(path, text)
  return path
}

describe('a flat series by its headers', () => {
  it('becomes spend, impressions, clicks, events and controls, and says what it leaves out', () => {
    const { data, read, worth, minorUnits } = readSeries(
      file(
        [
          'week,conversions,revenue_per_conversion,TV Spend,tv_impressions,search_cost,search_clicks,email_clicks,price,event_sale,t,note',
          '2024-01-08,12,2.5,1000,50,300.25,9,3,1,0,1,a',
          '2024-01-01,10,2,2000,90,0,0,3,3,1,0,b',
        ].join('\n'),
      ),
    )
    expect([data.grain, dateOf(data.firstDay), minorUnits]).toEqual(['week', '2024-01-01', 100])
    expect([...data.orders]).toEqual([10, 12])
    expect(data.outcomeIsCount).toBe(true)
    expect(data.channels).toMatchObject([
      {
        id: 'tv',
        spend: Float64Array.of(200_000, 100_000),
        impressions: Float64Array.of(90, 50),
        kernel: { maxLag: 8 },
      },
      { id: 'search', spend: Float64Array.of(0, 30_025), clicks: Float64Array.of(0, 9) },
    ])
    const column = (name: string) => data.calendar.find((one) => one.name === name)!.values
    expect([...column('event_sale')]).toEqual([1, 0])
    expect([...column('price')]).toEqual([1, -1])
    expect([...worth!]).toEqual([2, 2.5])
    expect(read.leftOut).toEqual([
      { column: 'email_clicks', why: 'its channel has no column of spend' },
      { column: 't', why: 'trend, weekdays and season are part of every fit' },
      {
        column: 'note',
        why: 'unknown: name it under channels, controls or events of a map to use it',
      },
    ])
  })

  it('reads lines without an outcome at its beginning as warm-up', () => {
    const { data } = readSeries(
      file(
        'date,sales,spend_tv\n01.02.2024,,5\n02.02.2024,,6\n03.02.2024,"7",8\n04.02.2024,9.5,10',
      ),
    )
    const [{ spendBefore, spend }] = data.channels as [(typeof data.channels)[0]]
    expect([...spendBefore, ...spend]).toEqual([5, 6, 8, 10].map((amount) => amount * 10_000))
    expect([dateOf(data.firstDay), data.grain]).toEqual(['2024-02-03', 'day'])
    expect(data.outcomeIsCount).toBe(false)
  })

  it('leaves out a channel on which nothing was spent, and refuses where that is all', () => {
    const { data, read } = readSeries(
      file('date,orders,tv_spend,radio_spend\n2024-01-01,1,2,0\n2024-01-02,1,3,0'),
    )
    expect(data.channels.map(({ id }) => id)).toEqual(['tv'])
    expect(Object.keys(read.channels)).toEqual(['tv'])
    expect(read.leftOut).toEqual([
      { column: 'radio_spend', why: 'nothing was spent on its channel' },
    ])
    expect(() => readSeries(file('date,orders,tv_spend\n2024-01-01,1,0\n2024-01-02,1,0'))).toThrow(
      'nothing was spent on tv. Needed: spend above 0 in some period.',
    )
  })

  it('takes revenue as worth itself, and words as events', () => {
    const { data, worth, read } = readSeries(
      file(
        'ds;revenue;tv_S;events\n2024-01-01;1.000,50;0,25;na\n2024-01-02;900;0,30;Black Friday\n',
      ),
      { grouping: '.' },
    )
    expect([...data.orders]).toEqual([1000.5, 900])
    expect([...worth!]).toEqual([1, 1])
    expect(read.worth).toBe('the outcome is money')
    expect(data.calendar.at(-1)).toMatchObject({
      name: 'events: Black Friday',
      values: Float64Array.of(0, 1),
    })
    expect([...data.channels[0]!.spend].map((minor) => minor % 1)).toEqual([0, 0])
  })
})

describe('a map', () => {
  const series = file(
    'tag,verkauft,fernsehen,radio\n2024-03-01,4,10,20\n2024-03-02,5,11,21',
    'own.csv',
  )

  it('names columns, what they are worth, how budgets were set and how response flattens', () => {
    const map = file(
      'series:\n  date: tag\n  outcome: verkauft\n  worth: 3.5\n  plan: own\n  saturation: hill\n  counts: false\n  channels:\n    tv: fernsehen\n    radio: {spend: radio}\n',
      'map.yaml',
    )
    const { data, worth } = readSeries(series, readSeriesMap(map))
    expect(data.channels.map(({ id, spend }) => [id, ...spend])).toEqual([
      ['tv', 10_000, 11_000],
      ['radio', 20_000, 21_000],
    ])
    expect(data.channels.map(({ curve }) => curve.kind)).toEqual(['hill', 'hill'])
    expect([data.declaredPlan, data.outcomeIsCount, ...worth!]).toEqual(['own', false, 3.5, 3.5])
  })

  it('that is wrong is refused, every key with what is allowed', () => {
    const map = file(
      'series:\n  worth: -1\n  plan: best\n  saturation: s\n  decimal: ";"\n  channels: {tv: {clicks: x}}\n  colour: red\n',
      'wrong.yaml',
    )
    expect(() => readSeriesMap(map)).toThrow(
      /colour: no such key[\s\S]*decimal: got ";", allowed "\.", ","[\s\S]*worth: got -1, allowed a number > 0[\s\S]*plan: got "best", allowed own[\s\S]*saturation: got "s", allowed michaelis_menten, hill, exponential, tanh, logistic, none[\s\S]*channels\.tv\.spend: got null, allowed the name of a column/,
    )
  })

  it('that names a column which is not there is refused', () => {
    expect(() => readSeries(series, { date: 'tag', outcome: 'sold' })).toThrow(
      'the map names the column "sold", allowed tag, verkauft, fernsehen, radio',
    )
  })
})

describe('a series that cannot be used is refused, with what to do', () => {
  const cases: [string, string, RegExp][] = [
    [
      'no date',
      'when,orders,tv_spend\n2024-01-01,1,1',
      /no column of dates among when, orders, tv_spend\. Name it in a map \(--map\), under series\.date/,
    ],
    ['no outcome', 'date,tv_spend\n2024-01-01,1', /no outcome among date, tv_spend/],
    ['no spend', 'date,orders\n2024-01-01,1', /no column <channel>_spend among date, orders/],
    [
      'a gap',
      'date,orders,tv_spend\n2024-01-01,1,1\n2024-01-02,1,1\n2024-01-04,1,1',
      /lines 3 and 4: 2024-01-02 is followed by 2024-01-04, allowed one step of 1 day all along.*Add the missing lines/,
    ],
    [
      'a date twice',
      'date,orders,tv_spend\n2024-01-01,1,1\n2024-01-01,1,1',
      /2024-01-01 is followed by 2024-01-01.*Give each date one line/,
    ],
    [
      'months',
      'date,orders,tv_spend\n2024-01-01,1,1\n2024-02-01,1,1',
      /followed by 2024-02-01, allowed one step of 1 day/,
    ],
    [
      'text for a number',
      'date,orders,tv_spend\n2024-01-01,1,much\n2024-01-02,1,1',
      /line 2, tv_spend: got "much", allowed numbers >= 0/,
    ],
    [
      'nothing for a number',
      'date,orders,tv_spend\n2024-01-01,1,\n2024-01-02,1,1',
      /line 2, tv_spend: got "", .*Write 0 where there was nothing/,
    ],
    [
      'negative spend',
      'date,orders,tv_spend\n2024-01-01,1,-3\n2024-01-02,1,1',
      /got "-3", allowed numbers >= 0/,
    ],
    [
      'no date that is one',
      'date,orders,tv_spend\n2024-13-01,1,1\n2024-01-02,1,1',
      /line 2, date: got "2024-13-01", allowed dates such as/,
    ],
    [
      'a line too short',
      'date,orders,tv_spend\n2024-01-01,1',
      /line 2: got 2 fields, needed the header's 3/,
    ],
    [
      'a column twice',
      'date,orders,tv_spend,tv_spend\n2024-01-01,1,1,1',
      /"tv_spend" stands there twice/,
    ],
    ['an open quote', 'date,orders,tv_spend\n"2024-01-01,1,1', /quote is not closed/],
    ['nothing', '', /the file is empty/],
  ]
  it.each(cases)('%s', (_, text, message) => {
    expect(() => readSeries(file(text))).toThrow(message)
  })

  it('a file that is not there', () => {
    expect(() => readSeries(join(dir, 'none.csv'))).toThrow(/cannot be read/)
  })
})

describe('any daily series', () => {
  it('has its grain whatever the form of its dates', () => {
    const forms: ((day: string) => string)[] = [
      (day) => day,
      (day) => day.replaceAll('-', ''),
      (day) => `${day} 00:00:00`,
      (day) => day.split('-').reverse().join('/'),
      (day) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`,
    ]
    const days = Array.from({ length: 40 }, (_, t) => dateOf(dayOf('2024-01-20') + t))
    for (const form of forms) {
      const lines = days.map((day) => `${form(day)},1,2`)
      const { data } = readSeries(file(['date,orders,tv_spend', ...lines].join('\n')))
      expect([data.grain, dateOf(data.firstDay)]).toEqual(['day', '2024-01-20'])
    }
  })
})
