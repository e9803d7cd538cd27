import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageDir } from '../home.js'

/** The version of this library. */
export const libraryVersion: string = JSON.parse(
  readFileSync(join(packageDir, 'package.json'), 'utf8'),
).version
