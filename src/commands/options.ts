import { join, resolve } from 'node:path'
import { homeDir } from '../home.js'
import { MAIN, openWorkbench, type Workbench } from '../workbench/index.js'

/** The flags that say which workbench is meant. */
export interface WorkbenchFlags {
  data?: string | undefined
  source?: string
  workbench?: string
  assumptions?: string
  preset?: string
  seed?: number
  name?: string | undefined
}

/** The flags that say which published run is read. */
export interface ReadFlags {
  workbench?: string
  run?: string
}

/** Opens the run that a command reads; main where none is named. */
export function openPublished({ workbench, run }: ReadFlags): Workbench {
  return openWorkbench({ workbench, run: run ?? process.env.CAUSEWAY_RUN ?? MAIN })
}

/** Where pages and statements go: the folder named, else `reports`. */
export function reportFolder(out: string | undefined): string {
  return resolve(out ?? join(homeDir(), 'reports'))
}
