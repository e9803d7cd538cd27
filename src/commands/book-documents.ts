import { join } from 'node:path'
import { packageDir } from '../home.js'

/** What stands in every book beside the notebooks: how far its figures may be trusted. */
export const bookDocuments: readonly string[] = ['how-well-it-does', 'beside-other-tools'].map(
  (name) => join(packageDir, 'docs', `${name}.md`),
)
