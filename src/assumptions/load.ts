import { existsSync, readFileSync } from 'node:fs'
import { InputError } from '../errors.js'
import { readYaml } from '../yaml.js'
import { Assumptions, type UncheckedChanges } from './assumptions.js'
import { withoutContradiction } from './contradictions.js'
import { presetChanges } from './presets.js'

export interface AssumptionSources {
  /** A preset by name. Default `default`. */
  readonly preset?: string
  /** A YAML file that overrides the preset. */
  readonly file?: string
  /** Changes that override both. */
  readonly changes?: UncheckedChanges
}

/**
 * Builds the assumptions: registry, then preset, then file, then changes, each over the one before.
 *
 * @throws InputError on a preset, a file or a value that cannot be used
 */
export function loadAssumptions(sources: AssumptionSources = {}): Assumptions {
  let assumptions = Assumptions.defaults().with(presetChanges(sources.preset ?? 'default'))
  if (sources.file !== undefined) {
    assumptions = namingFile(sources.file, () => assumptions.with(readChanges(sources.file!)))
  }
  if (sources.changes) assumptions = assumptions.with(sources.changes)
  return withoutContradiction(assumptions)
}

function readChanges(file: string): UncheckedChanges {
  if (!existsSync(file)) {
    throw new InputError('no such file. Give the path of a YAML file with --assumptions.')
  }
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new InputError(`cannot be read: ${(error as Error).message}`)
  }
  const { value, problem } = readYaml(text)
  if (problem) throw new InputError(`is not valid YAML: ${problem}`)
  return (value ?? {}) as UncheckedChanges
}

function namingFile<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${file}: ${error.message}`)
    throw error
  }
}
