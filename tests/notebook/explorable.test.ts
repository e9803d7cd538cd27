import { describe, expect, it } from 'vitest'
import { explorable } from '../../src/notebook/explorable.js'
import type { VegaLiteSpec } from '../../src/notebook/index.js'
import { THEME } from '../../src/notebook/theme.js'
import { notation } from '../notation.js'
import { sampleFigures } from './samples.js'

const figures = Object.entries(sampleFigures('small'))

/** The drawing of a figure, and what Vega-Lite warns of. */
async function drawn(spec: VegaLiteSpec) {
  const { compile } = await import('vega-lite')
  const vega = await import('vega')
  const warnings: string[] = []
  const logger = vega.logger(vega.Warn)
  logger.warn = (...args) => {
    warnings.push(args.join(' '))
    return logger
  }
  const { spec: full } = compile(spec as unknown as Parameters<typeof compile>[0], { logger })
  const view = new vega.View(vega.parse(full), { renderer: 'none', logLevel: vega.Error })
  const svg = await view.toSVG()
  const signals = Object.keys((view.getState() as { signals?: object }).signals ?? {})
  return { svg, warnings, signals }
}

const themed = (spec: VegaLiteSpec) => ({
  ...spec,
  config: { ...THEME, ...(spec.config as object) },
})

describe('a figure to be explored', () => {
  it.each(figures)('%s draws what it drew, and warns of nothing', async (_, figure) => {
    const spec = figure(notation)
    const { svg, warnings } = await drawn(explorable(spec))
    expect(warnings).toEqual([])
    expect(marksIn(svg)).toBe(marksIn((await drawn(themed(spec))).svg))
  })

  it.each(figures)('%s tells the values under the pointer', (_, figure) => {
    expect(JSON.stringify(explorable(figure(notation)))).toContain('"tooltip":[{')
  })

  it('zooms along days, and picks a series in its legend', async () => {
    const { signals } = await drawn(explorable(sampleFigures('small').lines!(notation)))
    expect(signals).toEqual(expect.arrayContaining(['zoom_1_x', 'picked_1_series_legend']))
  })

  it('of bars has nothing to zoom', async () => {
    const { signals } = await drawn(explorable(sampleFigures('small').waterfall!(notation)))
    expect(signals.filter((name) => name.startsWith('zoom'))).toEqual([])
  })
})

/** How many shapes and texts a drawing has; handles for the pointer are none. */
function marksIn(svg: string): number {
  return [...svg.matchAll(/<(?:path|text|line|image)\b[^>]*>/g)].filter(
    ([tag]) => !/class="(?:background|foreground)"|display="none"|opacity="0"/.test(tag),
  ).length
}
