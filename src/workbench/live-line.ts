import { escapeHtml } from '../format/html.js'
import { liveDisplay } from '../kernel.js'
import type { ProgressEvent } from './outcome.js'

/** One line that says what a run does, where a notebook is watched: each event replaces it, its end clears it. */
export interface LiveLine {
  readonly onProgress?: (event: ProgressEvent) => void
  done(): void
}

/** A line in the running cell; nothing outside a kernel. */
export function liveLine(display = liveDisplay()): LiveLine {
  if (display === undefined) return { done() {} }
  let isShown = false
  return {
    onProgress({ stage, message }) {
      isShown = true
      display.html(`<p><i>${stage}: ${escapeHtml(message)}</i></p>`)
    },
    done() {
      if (isShown) display.html('')
    },
  }
}
