import type { Fit, FittedChannel } from './fitted.js'

/** Below this contraction the data added nothing to speak of to the assumption. */
export const CONTRACTION_AT_LEAST = 0.2

/**
 * By channel: whether something other than a default supports its figure, so that a plan may rest on it. The figure
 * is measured or indicated by data, tests or a declared incrementality; or data or tests made the assumption
 * narrower by a fifth, so that even a figure that is not identified tells which way to go.
 */
export function supportOf({ channels }: Pick<Fit, 'channels'>): Readonly<Record<string, boolean>> {
  return Object.fromEntries(channels.map((fitted) => [fitted.channel, isSupported(fitted)]))
}

function isSupported({ grade, contraction }: FittedChannel): boolean {
  if (grade === 'measured' || grade === 'indicated') return true
  return grade === 'not_identified' && contraction >= CONTRACTION_AT_LEAST
}
