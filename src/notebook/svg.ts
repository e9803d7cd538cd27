import { escapeHtml } from '../format/html.js'

export interface SvgLabels {
  /** Unique on a page; every id inside the figure starts with it. */
  readonly id: string
  readonly title: string
  readonly description: string
  /** Text that a reader of the page does not see. */
  readonly metadata?: string
}

/**
 * Makes a drawing fit for a notebook: a title and a description for those who cannot see it, ids
 * that clash with no other figure of the page, coordinates to a tenth of a pixel, and one element
 * per line, so that a committed notebook shows what changed.
 */
export function finishSvg(drawing: string, labels: SvgLabels): string {
  const svg = onePerLine(roundCoordinates(prefixIds(withoutNoise(drawing), labels.id)))
  const [titleId, descriptionId] = [`${labels.id}-title`, `${labels.id}-description`]
  const role = `role="img" aria-labelledby="${titleId} ${descriptionId}"`
  const head = [
    `<title id="${titleId}">${escapeHtml(labels.title)}</title>`,
    `<desc id="${descriptionId}">${escapeHtml(labels.description)}</desc>`,
    ...(labels.metadata ? [`<metadata>${escapeHtml(labels.metadata)}</metadata>`] : []),
  ]
  return svg.replace(/^<svg([^>]*)>/, (_, attributes) => {
    return `<svg${attributes} ${role}>\n${head.join('\n')}`
  })
}

const NOISE = /\s(?:(?:class|role|aria-[a-z]+|pointer-events|version)="[^"]*"|opacity="1")/g

/** Drops what only a live chart needs: hooks for scripts and roles of parts within one image. */
function withoutNoise(svg: string): string {
  return svg.replace(/<[^>]+>/g, (tag) => tag.replace(NOISE, ''))
}

/** Ids by order of appearance behind the figure's own, whatever counter made them. */
function prefixIds(svg: string, prefix: string): string {
  const names = new Map<string, string>()
  for (const [, id] of svg.matchAll(/<[^>]*\sid="([^"]+)"/g)) {
    if (!names.has(id!)) names.set(id!, `${prefix}-${names.size + 1}`)
  }
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag
      .replace(/(\sid=")([^"]+)"/, (whole, start, id) =>
        names.has(id) ? `${start}${names.get(id)}"` : whole,
      )
      .replace(/url\(#([^)]+)\)/g, (whole, id) =>
        names.has(id) ? `url(#${names.get(id)})` : whole,
      ),
  )
}

const COORDINATES = /\s(?:d|transform|x|y|x1|x2|y1|y2|dx|dy|width|height)="[^"]*"/g

/** Tenths of a pixel: smaller files, and no trace of a machine's last binary digit. */
function roundCoordinates(svg: string): string {
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag.replace(COORDINATES, (attribute) =>
      attribute.replace(/-?\d+\.\d+(?:e[-+]?\d+)?|-?\d+e[-+]?\d+/g, (text) => {
        const rounded = Math.round(Number(text) * 10) / 10
        return String(rounded === 0 ? 0 : rounded)
      }),
    ),
  )
}

/** Breaks lines between elements, save inside a text, where a break would be a space. */
function onePerLine(svg: string): string {
  return svg.replace(/><(?!\/?tspan|\/text)/g, '>\n<')
}
