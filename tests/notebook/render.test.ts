import { afterEach, describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { lines, renderFigure, stacked } from '../../src/notebook/index.js'
import { notation } from '../notation.js'
import { dailyRows } from './samples.js'

const spec = lines({ data: dailyRows(40), x: 'date', y: 'clicks', series: 'channel' })(notation)

/** A spec whose drawing needs ids: a clipped line and a gradient. */
const withIds = {
  data: { values: [{ a: 1 }, { a: 2 }] },
  mark: {
    type: 'area',
    clip: true,
    color: {
      gradient: 'linear',
      stops: [
        { offset: 0, color: 'white' },
        { offset: 1, color: 'black' },
      ],
    },
  },
  encoding: { x: { field: 'a', type: 'quantitative' }, y: { field: 'a', type: 'quantitative' } },
}

const idsOf = (svg: string) => [...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!)

describe('renderFigure', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it('gives the same bytes again and again, one after another or at once', async () => {
    const options = { number: 3, caption: 'Clicks' }
    const first = await renderFigure(spec, options)
    const others = await Promise.all([
      renderFigure(spec, options),
      renderFigure(withIds, options),
      renderFigure(spec, options),
    ])
    expect(others[0]).toBe(first)
    expect(others[2]).toBe(first)
    expect(others[1]).toBe(await renderFigure(withIds, options))
  })

  it.each(['America/Sao_Paulo', 'Asia/Tokyo', 'UTC'])(
    'gives the same bytes in %s',
    async (place) => {
      process.env.TZ = 'Europe/Berlin'
      const here = await renderFigure(spec, { caption: 'Clicks' })
      process.env.TZ = place
      expect(new Date(2017, 0, 1).getTimezoneOffset()).not.toBe(-60)
      expect(await renderFigure(spec, { caption: 'Clicks' })).toBe(here)
    },
  )

  it('carries an escaped title and description that the role refers to', async () => {
    const svg = await renderFigure(spec, {
      number: 2,
      caption: 'Spend < "plan" & more',
      description: 'Rises <b>fast</b>',
    })
    expect(svg).toMatch(
      /^<svg [^>]*role="img" aria-labelledby="figure-2-title figure-2-description">/,
    )
    expect(svg).toContain(
      '<title id="figure-2-title">Figure 2. Spend &lt; &quot;plan&quot; &amp; more</title>',
    )
    expect(svg).toContain('<desc id="figure-2-description">Rises &lt;b&gt;fast&lt;/b&gt;</desc>')
  })

  it('describes itself when nobody else does', async () => {
    const svg = await renderFigure(spec, { number: 2, caption: 'Clicks' })
    expect(svg).toContain('Lines, 2017-01-01 to 2017-02-09.')
    expect(svg).toContain('5 series: Facebook ads, Google search')
  })

  it('shares no id between two figures of a page, and points only at its own', async () => {
    const one = await renderFigure(withIds, { number: 1, caption: 'One' })
    const two = await renderFigure(withIds, { number: 2, caption: 'Two' })
    const ids = [...idsOf(one), ...idsOf(two)]
    expect(idsOf(one).length).toBeGreaterThan(3)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of one.matchAll(/url\(#([^)]+)\)/g)) expect(idsOf(one)).toContain(target)
  })

  it('takes ids from the content where there is no number', async () => {
    const one = await renderFigure(spec, { caption: 'Same' })
    const two = await renderFigure(withIds, { caption: 'Same' })
    expect(idsOf(one)[0]).toMatch(/^figure-[0-9a-f]{8}-title$/)
    expect(idsOf(one)[0]).not.toBe(idsOf(two)[0])
  })

  it('holds nothing that GitHub would drop', async () => {
    const svg = await renderFigure(spec, { caption: 'Clicks' })
    expect(svg).not.toMatch(/\sstyle=|<style|<script|<foreignObject/)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(svg).toMatch(/ width="\d+" height="\d+" viewBox="0 0 \d+ \d+"/)
    expect(svg).toContain('fill="white"')
  })

  it('rounds coordinates to tenths and breaks lines between elements', async () => {
    const svg = await renderFigure(spec, { caption: 'Clicks' })
    expect(svg).not.toMatch(/\sd="[^"]*\d\.\d\d/)
    expect(svg).not.toMatch(/><(?!\/?tspan|\/text)/)
  })

  it('escapes text that comes from data', async () => {
    const rows = [{ date: '2017-01-01', part: '<script>alert(1)</script>', spend_cents: 100 }]
    const danger = stacked({
      data: [...rows, { ...rows[0], part: 'b' }],
      x: 'date',
      y: 'spend_cents',
      series: 'part',
    })(notation)
    const svg = await renderFigure(danger, { caption: 'Danger' })
    expect(svg).not.toContain('<script')
    expect(svg.toLowerCase()).toContain('&lt;script&gt;')
  })

  it('says what is wrong with a spec that cannot be drawn', async () => {
    const broken = { mark: 'nothing-of-the-kind', data: { values: [] } }
    await expect(renderFigure(broken, { caption: 'Broken' })).rejects.toThrow(InputError)
    await expect(renderFigure(broken, { caption: 'Broken' })).rejects.toThrow(/cannot be drawn/)
  })
})
