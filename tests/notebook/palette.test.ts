import { describe, expect, it } from 'vitest'
import { seriesColours } from '../../src/notebook/palette.js'
import { notation } from '../notation.js'

type Triple = readonly [number, number, number]

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
const VISIONS: Record<string, readonly [Triple, Triple, Triple]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function linear(colour: string): Triple {
  const parts = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return [parts[0]!, parts[1]!, parts[2]!]
}

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

/** Oklab (Ottosson 2020), in hundredths. */
function oklab(rgb: Triple): Triple {
  const long = Math.cbrt(dot(rgb, [0.4122214708, 0.5363325363, 0.0514459929]))
  const middle = Math.cbrt(dot(rgb, [0.2119034982, 0.6806995451, 0.1073969566]))
  const short = Math.cbrt(dot(rgb, [0.0883024619, 0.2817188376, 0.6299787005]))
  const cone: Triple = [long, middle, short]
  return [
    100 * dot(cone, [0.2104542553, 0.793617785, -0.0040720468]),
    100 * dot(cone, [1.9779984951, -2.428592205, 0.4505937099]),
    100 * dot(cone, [0.0259040371, 0.7827717662, -0.808675766]),
  ]
}

function seen(colour: string, vision: readonly [Triple, Triple, Triple]): Triple {
  const rgb = linear(colour)
  const parts = vision.map((row) => Math.min(1, Math.max(0, dot(row, rgb))))
  return oklab([parts[0]!, parts[1]!, parts[2]!])
}

describe('channel colours', () => {
  it.each(Object.keys(VISIONS))('can be told apart with %s vision', (name) => {
    const labs = notation.channels.map(({ colour }) => seen(colour, VISIONS[name]!))
    const distances = labs.flatMap((a, i) =>
      labs.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
    )
    expect(Math.min(...distances)).toBeGreaterThan(9)
  })

  it('stand out from white as WCAG asks of graphics (3 to 1)', () => {
    for (const { colour } of notation.channels) {
      expect(1.05 / (dot(linear(colour), [0.2126, 0.7152, 0.0722]) + 0.05)).toBeGreaterThan(3)
    }
  })
})

describe('seriesColours', () => {
  it('keeps the colour of a channel whoever else is there', () => {
    const [, , third] = seriesColours(['other', 'direct', 'facebook_ads'], notation)
    expect(third).toBe(notation.channels[0]!.colour)
    expect(seriesColours(['facebook_ads'], notation)).toEqual([third])
  })

  it('gives others colours that no series here wears', () => {
    const colours = seriesColours(['a', 'facebook_ads', 'b', 'google_search', 'c'], notation)
    expect(new Set(colours).size).toBe(5)
  })

  it('knows the fates of clicks and money under any unit', () => {
    expect(seriesColours(['decayed_cents'], notation)).toEqual(
      seriesColours(['clicks_decayed'], notation),
    )
    expect(seriesColours(['decayed_cents'], notation)).toEqual(
      seriesColours(['decayed_clicks'], notation),
    )
  })
})
