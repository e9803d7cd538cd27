import { describe, expect, it } from 'vitest'
import { createNotation } from '../../../src/format/index.js'
import { renderFigure } from '../../../src/notebook/index.js'
import { channels, notation } from '../../notation.js'
import { clippedTexts, overlappingTexts } from '../layout.js'
import { sampleFigures } from '../samples.js'

const small = Object.entries(sampleFigures('small'))
const large = Object.entries(sampleFigures('large'))

describe.each(small)('%s', (name, figure) => {
  it('is drawn as its golden file', async () => {
    const svg = await renderFigure(figure(notation), { number: 1, caption: `The figure ${name}.` })
    await expect(`${svg}\n`).toMatchFileSnapshot(`../golden/${name}.svg`)
  })
})

describe.each([...small, ...large])('%s, whatever its data', (_, figure) => {
  it('cuts no text and lays none on another, in the width asked for', async () => {
    const svg = await renderFigure(figure(notation), { caption: 'Layout' })
    expect(clippedTexts(svg)).toEqual([])
    expect(overlappingTexts(svg)).toEqual([])
    const width = Number(/ width="(\d+)"/.exec(svg)![1])
    expect(width).toBeGreaterThan(400)
    expect(width).toBeLessThanOrEqual(790)
  })
})

describe.each([
  ['JPY', 'ja'],
  ['KWD', 'en'],
  ['EUR', 'de'],
])('in %s, written as in %s', (currency, locale) => {
  const other = createNotation({ currency, locale, channels })

  it.each(large)('%s fits, and knows no other sign', async (_, figure) => {
    const svg = await renderFigure(figure(other), { caption: 'Layout' })
    expect(clippedTexts(svg)).toEqual([])
    expect(overlappingTexts(svg)).toEqual([])
    expect(svg).not.toContain('R$')
  })
})
