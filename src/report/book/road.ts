import { escapeHtml } from '../../format/html.js'
import type { TableLineage } from '../lineage/lineage.js'
import { road } from '../lineage/road.js'
import { layered, type Placed } from './layers.js'
import { anchors } from './links.js'

const NODE_WIDTH = 178
const NODE_HEIGHT = 40
const LAYER_HEIGHT = 68
const MARGIN = 4

/** The road from spend to the verdict as a drawing; every table leads to its entry. */
export function roadFigure(lineage: ReadonlyMap<string, TableLineage>): string {
  const { nodes, lines, width, height } = layered(road(lineage), {
    nodeWidth: NODE_WIDTH,
    gap: 18,
    layerHeight: LAYER_HEIGHT,
  })
  const size = [width + 2 * MARGIN, height - (LAYER_HEIGHT - NODE_HEIGHT) + 2 * MARGIN]
  const box = `${-MARGIN} ${-MARGIN} ${size[0]} ${size[1]}`
  return [
    '<figure>',
    `<svg class="road" width="${size[0]}" height="${size[1]}" viewBox="${box}">`,
    '<title>From spend and orders to the verdict, table by table</title>',
    ...lines.map(linePath),
    ...nodes.map(nodeBox),
    '</svg>',
    '</figure>',
  ].join('\n')
}

/** A line from the bottom of one node to the top of another, past those between. */
function linePath(passed: readonly Placed[]): string {
  const middle = ({ x, width }: Placed) => x + width / 2
  const [first, ...others] = passed
  let path = `M${middle(first!)} ${first!.y + NODE_HEIGHT}`
  let from = { x: middle(first!), y: first!.y + NODE_HEIGHT }
  for (const [i, next] of others.entries()) {
    const to = { x: middle(next), y: next.y }
    const bend = (from.y + to.y) / 2
    path += `C${from.x} ${bend} ${to.x} ${bend} ${to.x} ${to.y}`
    if (i < others.length - 1) path += `V${next.y + NODE_HEIGHT}`
    from = { x: to.x, y: next.y + NODE_HEIGHT }
  }
  return `<path d="${path}"/>`
}

function nodeBox({ name, x, y, width }: Placed): string {
  const [stage, table] = name.split('.')
  return [
    `<a href="#${anchors.table(name)}" aria-label="${name}">`,
    `<rect x="${x}" y="${y}" width="${width}" height="${NODE_HEIGHT}" rx="5"/>`,
    `<text class="stage" x="${x + 10}" y="${y + 15}">${escapeHtml(stage!)}</text>`,
    `<text x="${x + 10}" y="${y + 31}">${escapeHtml(table!)}</text>`,
    '</a>',
  ].join('')
}
