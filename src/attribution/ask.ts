import type { Value } from '../engine/index.js'

/** Asks the attached artifacts for rows, as a workbench and a database do; values fill `?`. */
export type AskRows = <T>(sql: string, ...parameters: Value[]) => Promise<T[]>
