import type { SqlSource } from '../engine/index.js'

/** The assumptions in force, as the judgment reads them: by id, from text. */
export class Declared {
  readonly #values: ReadonlyMap<string, string>
  readonly #members = new Map<string, readonly string[]>()

  constructor(values: ReadonlyMap<string, string>) {
    this.#values = values
  }

  /** Reads the table `assumed`, or another of its columns. */
  static async read(ask: SqlSource['rows'], table = 'assumed'): Promise<Declared> {
    const rows = await ask<{ id: string; value: string }>(`select id, value from ${table}`)
    return new Declared(new Map(rows.map(({ id, value }) => [id, value])))
  }

  /** Ids and values of some assumptions; `*` stands for every member of its collection. */
  entries(ids: readonly string[]): (readonly [id: string, value: string])[] {
    const patterns = ids.map((id) => id.split('.*.'))
    return [...this.#values].filter(([id]) =>
      patterns.some(([head, tail]) =>
        tail === undefined ? id === head : id.startsWith(`${head}.`) && id.endsWith(`.${tail}`),
      ),
    )
  }

  has(id: string): boolean {
    return this.#values.has(id)
  }

  /** A word by its id; empty where it is not there. */
  text(id: string): string {
    return this.#values.get(id) ?? ''
  }

  /** A number by its id; NaN where it is not there. */
  number(id: string): number {
    return Number(this.#values.get(id) ?? Number.NaN)
  }

  flag(id: string): boolean {
    return this.#values.get(id) === 'true'
  }

  list(id: string): number[] {
    return JSON.parse(this.#values.get(id) ?? '[]')
  }

  /** The members of a collection, in declared order. */
  members(collection: string): readonly string[] {
    const known = this.#members.get(collection)
    if (known) return known
    const ids = [...this.#values.keys()].filter((id) => id.startsWith(`${collection}.`))
    const names = new Set(ids.map((id) => id.slice(collection.length + 1).split('.')[0]!))
    this.#members.set(collection, [...names])
    return [...names]
  }

  /**
   * Which of some ids are not there. `*` stands for every member of its collection, of which there
   * must be one at least.
   */
  missing(ids: readonly string[]): string[] {
    return ids
      .flatMap((id) => {
        const [collection, field] = id.split('.*.')
        if (field === undefined) return [id]
        const members = this.members(collection!)
        return members.length === 0
          ? [id]
          : members.map((member) => `${collection}.${member}.${field}`)
      })
      .filter((id) => !this.has(id))
  }
}
