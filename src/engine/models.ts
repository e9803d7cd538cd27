import { readFileSync } from 'node:fs'
import type { Engine } from './engine.js'

/** A model: one SELECT in one file, named as the table it makes. */
export interface Model {
  name: string
  sql: string
}

/**
 * Reads models from a folder, in the order given (a model may read those before it).
 *
 * @param folder URL of the folder, e.g. `new URL('./models/', import.meta.url)`
 */
export function readModels(folder: URL, names: readonly string[]): Model[] {
  return names.map((name) => ({
    name,
    sql: readFileSync(new URL(`${name}.sql`, folder), 'utf8').replace(/;\s*$/, ''),
  }))
}

/** Makes one table per model, in order. */
export async function runModels(
  engine: Engine,
  models: readonly Model[],
  onModel?: (name: string) => void,
): Promise<void> {
  for (const model of models) {
    onModel?.(model.name)
    await engine.makeTable(model.name, model.sql)
  }
}
