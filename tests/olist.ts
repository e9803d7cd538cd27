import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Folder of the real dataset; its licence keeps it out of this repository. */
export const olistDir = resolve(process.env.CAUSEWAY_OLIST_DIR ?? join('..', 'shared', 'olist'))

export const hasOlist = existsSync(join(olistDir, 'olist_orders_dataset.csv'))

/** What a suite that is skipped says in its name. */
export const needsOlist = hasOlist
  ? 'on Olist'
  : `on Olist: SKIPPED, ${olistDir} is absent (CAUSEWAY_OLIST_DIR names another place)`
