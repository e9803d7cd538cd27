import { escapeHtml } from '../format/html.js'

/**
 * A text as HTML content of a notebook. Each dollar sign gets an element of its own: Jupyter
 * typesets whatever stands between two dollars of one run of text as mathematics.
 */
export function htmlText(text: string): string {
  return escapeHtml(text).replaceAll('$', '<span>$</span>')
}

/** The caption below a figure. It is HTML of its own: GitHub drops a figure within HTML. */
export function captionHtml(number: number, caption: string): string {
  return `<p><b>Figure ${number}.</b> ${htmlText(caption)}</p>`
}
