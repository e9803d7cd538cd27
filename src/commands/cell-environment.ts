import { resolve } from 'node:path'
import { homeDir } from '../home.js'
import type { WorkbenchFlags } from './options.js'

/** What the `openWorkbench()` of a notebook's cells shall find: the folders and settings that flags name. */
export function cellEnvironment(
  flags: WorkbenchFlags & { readonly run?: string },
  dir: string,
): Record<string, string> {
  return {
    CAUSEWAY_HOME: homeDir(),
    CAUSEWAY_WORKBENCH: dir,
    ...(flags.name ? { CAUSEWAY_NAME: flags.name } : {}),
    ...(flags.run ? { CAUSEWAY_RUN: flags.run } : {}),
    ...(flags.data ? { CAUSEWAY_DATA: resolve(flags.data) } : {}),
    ...(flags.source ? { CAUSEWAY_SOURCE: flags.source } : {}),
    ...(flags.assumptions ? { CAUSEWAY_ASSUMPTIONS: resolve(flags.assumptions) } : {}),
    ...(flags.preset ? { CAUSEWAY_PRESET: flags.preset } : {}),
    ...(flags.seed === undefined ? {} : { CAUSEWAY_SEED: String(flags.seed) }),
  }
}
