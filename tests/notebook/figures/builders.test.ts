import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/errors.js'
import {
  type Figure,
  heatTable,
  histogram,
  lines,
  multiples,
  panels,
  ranked,
  renderFigure,
  stacked,
  waterfall,
} from '../../../src/notebook/index.js'
import type { Mark } from '../../../src/notebook/series.js'
import { notation } from '../../notation.js'
import { clippedTexts, overlappingTexts } from '../layout.js'
import { rowsDrawn } from './drawn.js'

type Rows = readonly object[]

/** Each builder over rows of (date, channel, clicks). */
const builders: Record<string, (data: Rows) => Figure> = {
  lines: (data) => lines({ data, x: 'date', y: 'clicks', series: 'channel' }),
  multiples: (data) => multiples({ data, x: 'date', y: 'clicks', facet: 'channel' }),
  stacked: (data) => stacked({ data, x: 'date', y: 'clicks', series: 'channel' }),
  'stacked bars': (data) =>
    stacked({ data, x: 'date', y: 'clicks', series: 'channel', mark: 'bar' }),
  panels: (data) => panels({ data, x: 'date', panels: [{ y: 'clicks', mark: 'bar' }] }),
  ranked: (data) => ranked({ data, category: 'channel', value: 'clicks' }),
  waterfall: (data) => waterfall({ data, step: 'channel', value: 'clicks' }),
  histogram: (data) => histogram({ data, value: 'clicks' }),
  'response curves': (data) =>
    multiples({ data, points: data, x: 'clicks', y: 'clicks', facet: 'channel', sharedX: false }),
  heatTable: (data) => heatTable({ data, row: 'channel', column: 'date', value: 'clicks' }),
}

const one = [{ date: new Date('2017-11-24T00:00:00Z'), channel: 'direct', clicks: 7 }]
const long = 'a_label_that_goes_on_and_on_and_never_comes_to_an_end_whatever_one_does'
const hard = ['2017-11-24', '2017-11-25', '2018-03-01'].flatMap((date, d) =>
  [long, `${long}_2`, 'direct', 'ok'].map((channel, k) => ({
    date,
    channel,
    clicks: (d - 1) * 10 ** (3 * k) * 7,
  })),
)

describe.each(Object.entries(builders))('%s', (name, build) => {
  it('says so when there is nothing to show', async () => {
    for (const data of [[], [{ date: null, channel: 'direct', clicks: null }]]) {
      const empty = name === 'ranked' || name === 'waterfall' ? [] : data
      const svg = await renderFigure(build(empty)(notation), { caption: 'Empty' })
      expect(svg).toContain('No rows to show.')
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    }
  })

  it('reads an empty arquero table', async () => {
    const empty = table({ date: [], channel: [], clicks: [] }) as unknown as Rows
    expect(await renderFigure(build(empty)(notation), { caption: 'Empty' })).toContain(
      'No rows to show.',
    )
  })

  it('shows a single row', async () => {
    const svg = await renderFigure(build(one)(notation), { caption: 'One' })
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    expect(svg).not.toContain('No rows')
    expect(clippedTexts(svg)).toEqual([])
  })

  it('bears long names, negative and huge numbers, and gaps', async () => {
    const svg = await renderFigure(build(hard)(notation), { caption: 'Hard' })
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    expect(clippedTexts(svg)).toEqual([])
    expect(overlappingTexts(svg)).toEqual([])
    expect(Number(/ width="(\d+)"/.exec(svg)![1])).toBeLessThanOrEqual(800)
  })

  it('names a column that is not there', () => {
    expect(() => build([{ something: 1 }])(notation)).toThrow(InputError)
    expect(() => build([{ something: 1 }])(notation)).toThrow(/Got no column/)
  })

  it('is plain data that survives JSON', () => {
    const spec = build(one)(notation)
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec)
  })
})

describe('a range of one column of several', () => {
  const row = { channel: 'a', date: 1, low: 100, high: 400 }
  const data = [
    { ...row, consumed_cents: 300, lost_cents: 200 },
    { ...row, date: 2, consumed_cents: 200, lost_cents: 100 },
  ]
  const of = { of: 'consumed_cents', low: 'low', high: 'high' }
  const both = ['consumed_cents', 'lost_cents']

  it('is a band around its line, and around no other', () => {
    const spec = panels({ data, x: 'date', panels: [{ y: both, band: of }] })(notation)
    const marks = (spec as unknown as { vconcat: { data: { values: Mark[] } }[] }).vconcat[0]!.data
      .values
    expect(marks.map(({ series, low }) => [series, low != null])).toEqual([
      ...[
        ['Consumed', true],
        ['Lost', false],
      ],
      ...[
        ['Consumed', true],
        ['Lost', false],
      ],
    ])
  })

  it('draws the 20 largest of many bars, and says of how many', () => {
    const data = Array.from({ length: 23 }, (_, i) => ({ channel: `channel_${i}`, clicks: i }))
    const spec = ranked({ data, category: 'channel', value: 'clicks' })(notation)
    const said = JSON.stringify(spec)
    expect(said).toContain('the first 20 of 23')
    expect(said).toContain('Channel 3')
    expect(said).not.toContain('Channel 2"')
  })

  it('stands where the first part of a bar ends, and is written as that of the part', () => {
    const bars = data.slice(0, 1)
    const spec = ranked({ data: bars, category: 'channel', value: both, range: of })(notation)
    expect(JSON.stringify(spec)).toContain('{"row":0,"low":100,"high":400}')
    expect(spec.description).toMatch(/A R\$5 \(consumed R\$1 to R\$4\)/)
  })
})

describe('stacked', () => {
  it('keeps series apart whose cut names read alike', async () => {
    const svg = await renderFigure(builders.stacked!(hard)(notation), { caption: 'Alike' })
    expect(svg).toMatch(/on and o…</)
    expect(svg).toMatch(/on and o… 2</)
  })
})

describe('waterfall', () => {
  it('marks the range of a step from where it begins, and writes it', async () => {
    const data = [
      { step: 'gmv', amount_cents: 1_000, total: true, low: null, high: null },
      { step: 'costs', amount_cents: -400, total: false, low: -600, high: -300 },
    ]
    const range = { low: 'low', high: 'high' }
    const spec = waterfall({ data, step: 'step', value: 'amount_cents', total: 'total', range })(
      notation,
    )
    const marks = JSON.stringify(spec)
    expect(marks).toContain('{"row":1,"low":400,"high":700}')
    expect(marks).not.toContain('"row":0,"low"')
    expect(spec.description).toMatch(/Costs -R\$4 \(-R\$6 to -R\$3\)/)
  })

  it('refuses a total that is not the sum of its steps', () => {
    const data = [
      { step: 'GMV', amount_cents: 100, total: true },
      { step: 'fees', amount_cents: -30 },
      { step: 'profit', amount_cents: 71, total: true },
    ]
    const build = () =>
      waterfall({ data, step: 'step', value: 'amount_cents', total: 'total' })(notation)
    expect(build).toThrow(/Profit is 71, the steps before it sum to 70/)
  })
})

/** Where Vega lays the parts of a stack, by series and position. */
async function stackOf(figure: Figure): Promise<Record<string, [number, number]>> {
  const rows = await rowsDrawn(figure, 'y_end')
  return Object.fromEntries(rows.map((row) => [`${row.series} ${row.x}`, [row.y_start, row.y_end]]))
}

describe('the parts of a stack', () => {
  const rows = (values: Record<string, (number | null)[]>) =>
    Object.entries(values).flatMap(([channel, ys]) =>
      ys.flatMap((clicks, lag) => (clicks === null ? [] : [{ channel, lag, clicks }])),
    )
  const stackedBy = (values: Record<string, (number | null)[]>) =>
    stackOf(stacked({ data: rows(values), x: 'lag', y: 'clicks', series: 'channel' }))

  it('lie up from zero, and down from it what is negative', async () => {
    expect(await stackedBy({ a: [5], b: [-2], c: [-1] })).toEqual({
      'A 0': [0, 5],
      'B 0': [0, -2],
      'C 0': [-2, -3],
    })
  })

  it('count as zero where they have no row', async () => {
    expect(await stackedBy({ a: [5, 6], b: [2] })).toMatchObject({ 'B 1': [6, 6] })
  })
})
