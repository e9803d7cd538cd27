import { counted } from '../format/words.js'
import { changedAssumptions } from './changed.js'
import { frameOf, openWorkbench, type WorkbenchOptions } from './open.js'
import { saidAtHome, settingsOver } from './settings.js'
import { Workbench } from './workbench.js'

/** A workbench, and what to say of the published run that it goes on with; nothing where there is none. */
export interface OpenedAgain {
  readonly workbench: Workbench
  readonly goesOn: readonly string[]
}

/**
 * Opens a workbench to go on with the published run of a name: what is not said here is as that run was
 * made, assumptions above all; its files are read anew. Where no such run is, as {@link openWorkbench}.
 *
 * @throws InputError on a folder, a file, a run or an assumption that cannot be used
 */
export function openAgain(options: WorkbenchOptions): OpenedAgain {
  const { workbench: folder, name } = options
  const { record, settings, name: run } = openWorkbench({ workbench: folder, name })
  if (!record) return { workbench: openWorkbench(options), goesOn: [] }
  const used = settingsOver(settings, options)
  const workbench = new Workbench({ ...frameOf(options), name: run!, settings: used })
  const isAsMade = used.assumptions === settings.assumptions
  const ignored = isAsMade ? saidAtHome(settings) : []
  const { own } = changedAssumptions(used)
  const changes = own.length === 0 ? 'no assumption' : counted(own.length, 'assumption')
  const whose = isAsMade ? `as run ${run} was made` : 'as said here'
  return {
    workbench,
    goesOn: [
      `goes on with ${used.dataDir}, seed ${used.seed}, preset ${used.preset} and ${changes} changed, ${whose}.`,
      ...(ignored.length === 0
        ? []
        : [
            `does not use data/assumptions.yaml: it gives ${counted(ignored.length, 'assumption')} otherwise than run ${run} (${ignored[0]!.id}${ignored.length > 1 ? ', ...' : ''}). Take it up with \`causeway run\`, or name it with --assumptions.`,
          ]),
    ],
  }
}
