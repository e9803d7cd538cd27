import { describe, expect, it } from 'vitest'
import { renderFigure } from '../../../src/notebook/index.js'
import { clippedTexts, overlappingTexts } from '../layout.js'
import { sampleFigures } from '../samples.js'

const small = Object.entries(sampleFigures('small'))
const large = Object.entries(sampleFigures('large'))

describe.each(small)('%s', (name, spec) => {
  it('is drawn as its golden file', async () => {
    const svg = await renderFigure(spec, { number: 1, caption: `The figure ${name}.` })
    await expect(`${svg}\n`).toMatchFileSnapshot(`../golden/${name}.svg`)
  })
})

describe.each([...small, ...large])('%s, whatever its data', (_, spec) => {
  it('cuts no text and lays none on another, in the width asked for', async () => {
    const svg = await renderFigure(spec, { caption: 'Layout' })
    expect(clippedTexts(svg)).toEqual([])
    expect(overlappingTexts(svg)).toEqual([])
    const width = Number(/ width="(\d+)"/.exec(svg)![1])
    expect(width).toBeGreaterThan(400)
    expect(width).toBeLessThanOrEqual(790)
  })
})
