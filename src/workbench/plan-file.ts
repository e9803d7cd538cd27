import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../errors.js'
import type { SpendPlanTable } from '../stage.js'
import { writeWhole } from './write-whole.js'

/** The file, beside the artifacts, of a spend plan given by hand. */
export function planFile(digest: string): string {
  return `plan-${digest}.json`
}

/** The digest of a spend plan. */
export function planDigest(plan: SpendPlanTable): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 32)
}

/** Keeps a spend plan, so that the run made under it can be run again. */
export function writePlan(dir: string, plan: SpendPlanTable): void {
  const file = planFile(planDigest(plan))
  if (!existsSync(join(dir, file))) writeWhole(dir, file, JSON.stringify(plan))
}

/**
 * Reads the spend plan of a run.
 *
 * @throws InputError when its file is gone
 */
export function readPlan(dir: string, digest: string): SpendPlanTable {
  const path = join(dir, planFile(digest))
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as SpendPlanTable
  throw new InputError(`${path} is missing: the run's spend plan is not known. Make the run anew.`)
}
