import { readModels } from '../engine/index.js'

/**
 * Reads the staging models of a source.
 *
 * @param folder URL of the folder, e.g. `new URL('./staging/', import.meta.url)`
 * @returns SQL by name
 */
export function readStaging<Name extends string>(
  folder: URL,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const models = readModels(folder, names).map(({ name, sql }) => [name, sql])
  return Object.fromEntries(models) as Record<Name, string>
}
