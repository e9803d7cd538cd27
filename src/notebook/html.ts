import { escapeHtml } from '../format/html.js'

/**
 * A text as HTML content of a notebook. Each dollar sign gets an element of its own: Jupyter
 * typesets whatever stands between two dollars of one run of text as mathematics.
 */
export function htmlText(text: string): string {
  return spanDollars(escapeHtml(text))
}

function spanDollars(html: string): string {
  return html.replaceAll('$', '<span>$</span>')
}

/** A negative amount after a space: its sign is a minus only beside the amount. */
const NEGATIVE = /(?<=^|[\s(])-[^\d <&-]{0,4}\d[\d.,’\u00a0\u202f]*/g

/** Sentences as HTML content: as {@link htmlText}, and no line ends between a sign and its amount. */
export function proseHtml(text: string): string {
  const whole = escapeHtml(text).replace(NEGATIVE, '<span style="white-space:nowrap">$&</span>')
  return spanDollars(whole)
}

/** The caption below a figure. It is HTML of its own: GitHub drops a figure within HTML. */
export function captionHtml(number: number, caption: string): string {
  return `<p><b>Figure ${number}.</b> ${proseHtml(caption)}</p>`
}
