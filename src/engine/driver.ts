import type * as Driver from '@duckdb/node-api'
import { whenNeeded } from '../when-needed.js'

/** DuckDB's driver. */
export const driver = whenNeeded<typeof Driver>('@duckdb/node-api')
