/** A step between two nodes. */
export interface Step {
  readonly from: string
  readonly to: string
}

/** A node in its place, in pixels from the top left of the drawing; one of no width carries a line past others. */
export interface Placed {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface Layering {
  readonly nodes: readonly Placed[]
  /** Each step as the centres that its line passes, by layer. */
  readonly lines: readonly (readonly Placed[])[]
  readonly width: number
  readonly height: number
}

export interface LayerOptions {
  readonly nodeWidth: number
  readonly gap: number
  readonly layerHeight: number
}

/** Lays a graph without cycles out in layers, each node below all that lead to it. */
export function layered(steps: readonly Step[], options: LayerOptions): Layering {
  const depth = depths(steps)
  const chains = steps.map((step) => chain(step, depth))
  const rows = chains.flatMap((names) =>
    names.map((name, i) => [name, depth.get(names[0]!)! + i] as const),
  )
  const layers: string[][] = Array.from({ length: Math.max(...depth.values()) + 1 }, () => [])
  for (const [name, layer] of new Map(rows)) layers[layer]!.push(name)
  const parents = new Map<string, string[]>()
  for (const names of chains) {
    for (const [i, name] of names.slice(1).entries()) {
      parents.set(name, [...(parents.get(name) ?? []), names[i]!])
    }
  }
  const placed = place(layers, parents, options)
  const width = Math.max(...layers.map((layer) => widthOf(layer, options)))
  return {
    nodes: [...depth.keys()].map((name) => placed.get(name)!),
    lines: chains.map((names) => names.map((name) => placed.get(name)!)),
    width,
    height: layers.length * options.layerHeight,
  }
}

/** The layer of each node: one below the lowest of those that lead to it. */
function depths(steps: readonly Step[]): Map<string, number> {
  const names = [...new Set(steps.flatMap(({ from, to }) => [from, to]))]
  const depth = new Map<string, number>()
  const of = (name: string): number => {
    const known = depth.get(name)
    if (known !== undefined) return known
    const above = steps.filter(({ to }) => to === name).map(({ from }) => of(from) + 1)
    depth.set(name, Math.max(0, ...above))
    return depth.get(name)!
  }
  for (const name of names) of(name)
  return depth
}

/** The nodes that a step passes: its ends, and one without a width in each layer between. */
function chain({ from, to }: Step, depth: ReadonlyMap<string, number>): string[] {
  const between = depth.get(to)! - depth.get(from)! - 1
  return [from, ...Array.from({ length: between }, (_, i) => `${from}>${to}>${i}`), to]
}

const isPassing = (name: string) => name.includes('>')
const PASSING_WIDTH = 14

function widthOf(layer: readonly string[], { nodeWidth, gap }: LayerOptions): number {
  const widths = layer.map((name) => (isPassing(name) ? PASSING_WIDTH : nodeWidth))
  return widths.reduce((sum, width) => sum + width + gap, -gap)
}

/** Places layer by layer, each ordered by where its parents stand. */
function place(
  layers: readonly (readonly string[])[],
  parents: ReadonlyMap<string, readonly string[]>,
  options: LayerOptions,
): Map<string, Placed> {
  const { nodeWidth, gap, layerHeight } = options
  const whole = Math.max(...layers.map((layer) => widthOf(layer, options)))
  const placed = new Map<string, Placed>()
  const centre = (name: string) => placed.get(name)!.x + placed.get(name)!.width / 2
  const wanted = (name: string) => {
    const above = parents.get(name) ?? []
    return above.length === 0 ? 0 : above.reduce((sum, one) => sum + centre(one), 0) / above.length
  }
  for (const [row, layer] of layers.entries()) {
    const order = [...layer].sort((a, b) => wanted(a) - wanted(b))
    let x = (whole - widthOf(layer, options)) / 2
    for (const name of order) {
      const width = isPassing(name) ? PASSING_WIDTH : nodeWidth
      placed.set(name, { name, x, y: row * layerHeight, width })
      x += width + gap
    }
  }
  return placed
}
