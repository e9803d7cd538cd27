/**
 * Widths of characters 32 to 126 in thousandths of the font size, from Adobe's font metrics of
 * Helvetica, which Arial and Liberation Sans share. A figure is laid out alike on every machine
 * without a canvas to measure on, with room for the widest font that may stand in: DejaVu Sans.
 */
const ADVANCES = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
const OTHER_ADVANCE = 600
/** Spaces that do not break, which locales write within numbers and before signs. */
const SPACES: ReadonlySet<number> = new Set([0xa0, 0x202f])
/** How much wider the names, words and numbers of figures are in DejaVu Sans than in Helvetica; in bold. */
const WIDEST_FACTOR = 1.17
const WIDEST_BOLD_FACTOR = 1.33

/**
 * The width of a text in pixels.
 *
 * @param fontSize pixels
 */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let units = 0
  for (const character of text.normalize('NFD')) {
    const code = character.codePointAt(0)!
    if (code >= 0x300 && code < 0x370) continue
    units += SPACES.has(code) ? ADVANCES[0]! : (ADVANCES[code - 32] ?? OTHER_ADVANCE)
  }
  return (units / 1000) * fontSize * (bold ? WIDEST_BOLD_FACTOR : WIDEST_FACTOR)
}

/** The widest of some texts, in pixels; 0 for none. */
export function widest(texts: readonly string[], fontSize: number, bold = false): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, fontSize, bold)))
}

/** A text cut to a width, the cut marked by an ellipsis. */
export function cutText(text: string, width: number, fontSize: number, bold = false): string {
  if (textWidth(text, fontSize, bold) <= width) return text
  let end = text.length - 1
  while (end > 0 && textWidth(`${text.slice(0, end)}…`, fontSize, bold) > width) end--
  return `${text.slice(0, end).trimEnd()}…`
}

/** A text broken at spaces into lines no wider than given, save for a single longer word. */
export function wrapText(text: string, width: number, fontSize: number, bold = false): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(joined, fontSize, bold) <= width) {
      lines[lines.length - 1] = joined
    } else {
      lines.push(word)
    }
  }
  return lines
}
