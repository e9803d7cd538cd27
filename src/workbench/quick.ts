import type { RunOptions } from './make-run.js'
import type { RunOutcome } from './outcome.js'
import { readVerdict, type Verdict } from './verdict.js'
import type { Workbench } from './workbench.js'

/** A verdict before all else, and the run that goes on behind it. */
export interface QuickAnswer {
  readonly verdict: Verdict
  readonly whole: Promise<RunOutcome>
}

/** The verdict of a run as soon as it stands: told on the way, or read once where nothing was made anew. */
export function quickAnswer(
  workbench: Workbench,
  options: Omit<RunOptions, 'through' | 'onVerdict'>,
): Promise<QuickAnswer> {
  return new Promise((resolve, reject) => {
    let isTold = false
    const whole = workbench.run({
      ...options,
      onVerdict: (verdict) => {
        isTold = true
        resolve({ verdict, whole })
      },
    })
    const readOnce = async () => {
      if (!isTold) resolve({ verdict: await readVerdict(workbench), whole })
    }
    whole.then(readOnce).catch(reject)
  })
}
