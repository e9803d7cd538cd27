import { stageNames } from '../schema/artifact-names.js'
import type { Law } from './law.js'

export type Severity = 'none' | 'note' | 'warning' | 'critical'

/** How grave a broken law is, on the three axes and in one word. */
export interface SeverityRating {
  /** Money at stake: 0 none, 1 below a basis point of GMV, 2 below one percent, 3 from there on. */
  readonly exposure: number
  /** How many later artifacts are made from the broken one. */
  readonly propagation: number
  readonly severity: Severity
}

const IMPACT_POINTS = { law: 6, figure: 3, reality: 0 } as const
const CRITICAL_POINTS = 6
const NOTE_POINTS = 4

/**
 * Severity from causal impact, financial exposure and propagation; never from row counts. Points:
 * impact (a law 6, a figure 3, reality 0) + exposure (0 to 3) + propagation (0 to 4). From 6 on it is
 * critical: a broken law of conservation or causality always is, by however little; a wrong figure is
 * when 1% of GMV hangs on it, or less with later artifacts; a defect of reality is when 1% of GMV and
 * three later artifacts do. Under 4 it is a note, between them a warning.
 *
 * @param amountCents money at stake, >= 0
 * @param gmvCents what it is measured against
 */
export function rateSeverity(
  law: Pick<Law, 'impact' | 'stage'>,
  found: { violations: number; amountCents: number },
  gmvCents: number,
): SeverityRating {
  const exposure = exposureOf(found.amountCents, gmvCents)
  const propagation = financeIndex - stageNames.indexOf(law.stage)
  if (found.violations === 0) return { exposure, propagation, severity: 'none' }
  const points = IMPACT_POINTS[law.impact] + exposure + propagation
  const severity =
    points >= CRITICAL_POINTS ? 'critical' : points >= NOTE_POINTS ? 'warning' : 'note'
  return { exposure, propagation, severity }
}

const financeIndex = stageNames.indexOf('finance')

function exposureOf(amountCents: number, gmvCents: number): number {
  if (amountCents === 0) return 0
  if (amountCents * 10_000 < gmvCents) return 1
  return amountCents * 100 < gmvCents ? 2 : 3
}
