import { InputError } from '../errors.js'
import type { AssumptionChanges } from './assumptions.js'

/** Named sets of changes to the defaults. */
const presets: Readonly<Record<string, AssumptionChanges>> = {
  default: {},
}

/** Names of the presets. */
export const presetNames: readonly string[] = Object.keys(presets)

/**
 * The changes a preset makes.
 *
 * @throws InputError on a name that is no preset
 */
export function presetChanges(name: string): AssumptionChanges {
  const changes = presets[name]
  if (changes) return changes
  throw new InputError(`preset: got '${name}', allowed ${presetNames.join(', ')}.`)
}
