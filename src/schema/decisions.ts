import type { ArtifactSchema } from './column.js'
import { causedTables } from './decisions/caused.js'
import { planTables } from './decisions/plans.js'

/** `decisions`: what marketing caused, what should change, how sure that is; made on request. */
export const decisionsTables = { ...causedTables, ...planTables } satisfies ArtifactSchema

/** The same, by name. */
export const decisionsSchema: ArtifactSchema = decisionsTables
