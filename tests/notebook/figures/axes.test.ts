import { describe, expect, it } from 'vitest'
import { createNotation } from '../../../src/format/index.js'
import { lines, renderFigure } from '../../../src/notebook/index.js'
import { channels, notation } from '../../notation.js'

const days = (from: string, count: number, column = 'date') =>
  Array.from({ length: count }, (_, i) => ({
    [column]: new Date(Date.parse(`${from}T00:00:00Z`) + i * 86_400_000),
    spend_cents: 100_000 * i,
  }))

/** Words of a drawing, lines of one label as several. */
async function wordsOf(data: readonly object[], x: string, style = notation): Promise<string[]> {
  const svg = await renderFigure(lines({ data, x, y: 'spend_cents' })(style), { caption: 'Axis' })
  return [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text]) => text!)
}

describe('the axis of days', () => {
  it('names each of a few days, and the year below the first', async () => {
    const words = await wordsOf(days('2017-01-05', 3), 'date')
    expect(words.filter((text) => /Jan|2017/.test(text))).toEqual([
      '5 Jan',
      '2017',
      '6 Jan',
      '7 Jan',
    ])
  })

  it('names months of a long time, and the year at the first and at January', async () => {
    const words = await wordsOf(days('2017-09-05', 200), 'date')
    expect(words).toContain('Oct')
    expect(words.filter((text) => /^20/.test(text))).toEqual(['2017', '2018'])
    expect(words[words.indexOf('2018') - 1]).toBe('Jan')
  })

  it('shows a single day in the middle of its neighbours', async () => {
    expect(await wordsOf(days('2017-01-05', 1), 'date')).toContain('5 Jan')
  })
})

describe('the axis of values', () => {
  it.each([
    ['BRL', 'en', /^R\$2,000$/],
    ['EUR', 'de', /^2\.000\s€$/],
    ['JPY', 'ja', /^[¥￥]200,000$/],
  ])('writes %s as in %s', async (currency, locale, pattern) => {
    const words = await wordsOf(
      days('2017-01-05', 3),
      'date',
      createNotation({ currency, locale, channels }),
    )
    expect(words.some((text) => pattern.test(text))).toBe(true)
  })
})
