import { stageNames } from '../schema/artifact-names.js'
import type { Law } from './law.js'

export type Severity = 'none' | 'note' | 'warning' | 'critical'

/** How grave a broken law is. */
export interface SeverityRating {
  /** Money at stake as a share of the figure that it distorts, in basis points, 10,000 at most. */
  readonly exposure_bps: number
  /** How many later artifacts are made from the broken one. */
  readonly propagation: number
  readonly severity: Severity
}

/** From which share of a figure a defect of reality is warned of, and forbids decisions. */
export interface Bounds {
  readonly warningBps: number
  readonly criticalBps: number
}

const financeIndex = stageNames.indexOf('finance')

/**
 * Severity follows from what a violation proves and from the money at stake, never from a count of rows.
 * Figures are whole cents that follow from the data and the assumptions alone, so one cent that does not
 * proves a broken pipeline: critical. A defect of reality is as grave as the money it touches, beside the
 * figure it distorts: critical and warning from declared bounds on, else a note.
 *
 * @param figureCents the size of the figure; 0 counts as smaller than any amount
 */
export function rateSeverity(
  law: Pick<Law, 'impact' | 'stage'>,
  found: { violations: number; amountCents: number },
  figureCents: number,
  bounds: Bounds,
): SeverityRating {
  const exposure_bps = exposureBps(found.amountCents, figureCents)
  const propagation = Math.max(0, financeIndex - stageNames.indexOf(law.stage))
  if (found.violations === 0) return { exposure_bps, propagation, severity: 'none' }
  if (law.impact === 'pipeline') return { exposure_bps, propagation, severity: 'critical' }
  const severity =
    found.amountCents > 0 && exposure_bps >= bounds.criticalBps
      ? 'critical'
      : found.amountCents > 0 && exposure_bps >= bounds.warningBps
        ? 'warning'
        : 'note'
  return { exposure_bps, propagation, severity }
}

function exposureBps(amountCents: number, figureCents: number): number {
  if (amountCents === 0) return 0
  if (figureCents <= amountCents) return 10_000
  return Math.floor((amountCents / figureCents) * 10_000)
}
