/** One line about work under way. A transient line suits a live line on a terminal; a log may drop it. */
export interface Progress {
  text: string
  transient: boolean
}

export type OnProgress = (progress: Progress) => void
