import { readFileSync } from 'node:fs'
import { doByNeed } from './by-need.js'
import type { Engine, TableKind } from './engine.js'

/** A model: one SELECT in one file, named as the table it makes. */
export interface Model {
  readonly name: string
  readonly sql: string
  /** Default `published`. */
  readonly kind?: TableKind
  /** What is done once the table is there, before any model reads it: refused or told of. */
  readonly after?: (engine: Engine) => Promise<void>
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

/**
 * Makes one table per model, each as soon as those before it that it names are there, side by side
 * where the engine can.
 *
 * @param first the table that is wanted before all others: it and what it reads come first
 */
export async function runModels(
  engine: Engine,
  models: readonly Model[],
  onModel?: (name: string) => void,
  first?: string,
): Promise<void> {
  const tasks = models.map((model, i) => ({
    name: model.name,
    needs: namedIn(model, models.slice(0, i)),
    work: async (lane: Engine) => {
      onModel?.(model.name)
      await lane.makeTable(model.name, model.sql, model.kind)
      await model.after?.(lane)
    },
  }))
  const wanted = new Set(first === undefined ? [] : [first])
  for (const { name, needs } of tasks.toReversed()) {
    if (wanted.has(name)) for (const need of needs) wanted.add(need)
  }
  const ordered = [
    ...tasks.filter(({ name }) => wanted.has(name)),
    ...tasks.filter(({ name }) => !wanted.has(name)),
  ]
  const work = (lanes: readonly Engine[]) => doByNeed(lanes, ordered)
  await (engine.sideBySide ? engine.sideBySide(work) : work([engine]))
}

/** The models that the SQL of another names, outside of comments. */
function namedIn({ sql }: Model, models: readonly Model[]): string[] {
  const code = sql.replace(/--.*/g, '')
  return models.map(({ name }) => name).filter((name) => new RegExp(`\\b${name}\\b`).test(code))
}
