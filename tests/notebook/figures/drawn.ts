import type { Figure } from '../../../src/notebook/index.js'
import { notation } from '../../notation.js'

/** A row as Vega holds it; its fields are known to the caller. */
// biome-ignore lint/suspicious/noExplicitAny: fields of any kind
type Drawn = Record<string, any>

/** The rows that Vega draws marks from, once it has binned, summed and stacked: those with a field. */
export async function rowsDrawn(figure: Figure, field: string): Promise<Drawn[]> {
  const { compile } = await import('vega-lite')
  const vega = await import('vega')
  const { spec } = compile(figure(notation) as unknown as Parameters<typeof compile>[0])
  const view = await new vega.View(vega.parse(spec), { renderer: 'none' }).runAsync()
  const names = (spec.data ?? []).map(({ name }) => name)
  return names.flatMap((name) => view.data(name)).filter((row) => field in row)
}
