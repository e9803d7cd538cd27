import { textWidth } from '../../src/notebook/text-width.js'

/** Where one text of a drawing lies, in pixels. */
export interface TextBox {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The boxes of all texts of a figure, from its nested translations. */
export function textBoxes(svg: string): TextBox[] {
  const boxes: TextBox[] = []
  const origins: [number, number][] = [[0, 0]]
  for (const [, close, tag, attributes, rest] of svg.matchAll(/<(\/?)(g|text)\b([^>]*)>([^<]*)/g)) {
    if (close) {
      if (tag === 'g') origins.pop()
      continue
    }
    const [x, y] = origins.at(-1)!
    const [dx, dy] = translation(attributes!)
    if (attributes!.includes(' opacity="0"')) continue
    if (attributes!.endsWith('/')) continue
    if (tag === 'g') origins.push([x + dx, y + dy])
    else boxes.push(boxOf(unescaped(rest!), attributes!, x + dx, y + dy))
  }
  return boxes.filter(({ text }) => text.trim() !== '')
}

function translation(attributes: string): [number, number] {
  const match = /transform="translate\(([-\d.]+),([-\d.]+)\)/.exec(attributes)
  return match ? [Number(match[1]), Number(match[2])] : [0, 0]
}

function boxOf(text: string, attributes: string, x: number, y: number): TextBox {
  const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1] ?? 11)
  const width = textWidth(text, size, attributes.includes('font-weight="bold"'))
  const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start'
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
  return { text, left, right: left + width, top: y - size * 0.72, bottom: y + size * 0.02 }
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Texts that reach beyond the drawing. */
export function clippedTexts(svg: string): string[] {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number)
  return textBoxes(svg)
    .filter((box) => box.left < 0 || box.top < 0 || box.right > width! || box.bottom > height!)
    .map(({ text }) => text)
}

/** Pairs of texts that lie on one another. */
export function overlappingTexts(svg: string): string[] {
  const boxes = textBoxes(svg)
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => overlap(a, b))
      .map((b) => `${a.text} | ${b.text}`),
  )
}

function overlap(a: TextBox, b: TextBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
