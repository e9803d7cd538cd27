import { type AssumptionChange, assumptionChanges, loadAssumptions } from '../assumptions/index.js'
import type { RunSettings } from './settings.js'

/** In what the assumptions of a run differ from the registry's, by who changed them. */
export interface ChangedAssumptions {
  /** By the preset, over the registry. */
  readonly preset: readonly AssumptionChange[]
  /** By a person or a fit, over the preset: what is meant wherever changed assumptions are counted. */
  readonly own: readonly AssumptionChange[]
  /** By the files of the run, over the preset: their currency and country, the channels they name. */
  readonly files: readonly AssumptionChange[]
}

/** What a run changes; what its files say is known after the run only. */
export function changedAssumptions(settings: RunSettings): ChangedAssumptions {
  const { preset, assumptions, inForce = assumptions } = settings
  const under = loadAssumptions({ preset })
  const changes = assumptionChanges(under, inForce)
  return {
    preset: assumptionChanges(loadAssumptions(), under),
    own: changes.filter(({ basis }) => basis !== 'observed'),
    files: changes.filter(({ basis }) => basis === 'observed'),
  }
}
