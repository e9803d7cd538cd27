import { literal, type Row } from '../../src/engine/index.js'
import type { Law } from '../../src/judgment/index.js'
import type { RunInMemory } from './in-memory.js'

/** The statements of a law's fault, and what the law must then report. */
export async function faultOf(
  run: RunInMemory,
  { id, fault }: Law,
): Promise<{ breaks: string; victim: Row }> {
  const [victim] = await run.db.all(fault.victim)
  if (!victim) throw new Error(`${id}: the run holds nothing to break.`)
  const value = (name: string) => {
    const found = victim[name]
    return found instanceof Date
      ? literal(found.toISOString().slice(0, 10))
      : typeof found === 'number'
        ? String(found)
        : literal(String(found))
  }
  const breaks = fault.breaks.replace(/:([a-z_]+)/g, (text, name: string) =>
    name in victim ? value(name) : text,
  )
  return { breaks, victim }
}
