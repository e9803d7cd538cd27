import { expect } from 'vitest'
import { type Database, tableFingerprint, tableNames } from '../../../src/engine/index.js'
import type { Workbench } from '../../../src/index.js'

const STAGES = ['dwh', 'attribution', 'finance', 'judgment'] as const

/** Every table of two runs has the same columns, of the same types, and the same cells. */
export async function expectSameTables(there: Workbench, here: Workbench): Promise<void> {
  for (const stage of STAGES) {
    expect(await contents(there, stage)).toEqual(await contents(here, stage))
  }
}

async function contents(workbench: Workbench, stage: string) {
  const db = { all: workbench.rows.bind(workbench) } as never as Database
  const found: Record<string, unknown> = {}
  for (const name of await tableNames(db, stage)) {
    const table = `${stage}.${name}`
    const types = await workbench.rows(`select column_name, column_type from (describe ${table})`)
    found[name] = { types, cells: await tableFingerprint(db, table) }
  }
  return found
}
