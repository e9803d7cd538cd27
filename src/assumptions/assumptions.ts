import type { StageName } from '../schema/artifact-names.js'
import {
  type AssumptionBasis,
  type AssumptionValue,
  allowedWords,
  type Definition,
} from './definition.js'
import { expand, fieldOf, membersAfter, valuesAfter } from './expand.js'
import { flatten, type Override, patternOf } from './flatten.js'
import { type LikelyRange, likelyRange, nearestAllowed } from './likely.js'
import { type PendingMember, pendingMembers, speaksOf, unknownMember } from './new-members.js'
import { checkValue } from './validate.js'

/** One assumption as a table shows it. */
export interface AssumptionRow {
  readonly id: string
  readonly value: AssumptionValue
  readonly unit: string
  readonly allowed: string
  readonly why: string
  readonly source: string
  readonly stage: StageName
  readonly isDefault: boolean
  readonly basis: AssumptionBasis
}

/** What values rest on, by dotted path. */
export type AssumptionBases = Readonly<Record<string, AssumptionBasis>>

/** Changes as a file or a program brings them, checked when they are made: nested, or with dotted keys. */
export type UncheckedChanges = Readonly<Record<string, unknown>>

/** A full, valid set of assumptions. Immutable: {@link Assumptions.with} makes another. */
export class Assumptions {
  readonly #values: ReadonlyMap<string, AssumptionValue>
  readonly #definitions: ReadonlyMap<string, Definition>
  readonly #members: ReadonlyMap<string, readonly string[]>
  readonly #overrides: readonly Override[]
  readonly #pending: readonly PendingMember[]

  private constructor(overrides: readonly Override[]) {
    this.#overrides = overrides
    this.#pending = pendingMembers(overrides)
    const kept = overrides.filter((override) => !this.#isPending(override))
    this.#members = membersAfter(kept)
    this.#definitions = expand(this.#members)
    this.#values = valuesAfter(this.#definitions, kept)
    for (const { path, value } of this.#pendingOverrides()) checkValue(fieldOf(path), path, value)
  }

  /** The defaults of the registry. */
  static defaults(): Assumptions {
    return new Assumptions([])
  }

  /**
   * The same assumptions with some changed.
   *
   * @param basis what the new values rest on, of all or by path; default `declared`
   * @throws InputError on an unknown key, a wrong unit or a value out of range
   */
  with(changes: UncheckedChanges, basis: AssumptionBasis | AssumptionBases = {}): Assumptions {
    const basisOf = (path: string) => (typeof basis === 'string' ? basis : basis[path])
    const added = flatten(changes).map((override) => {
      const known = basisOf(override.path)
      return known === undefined ? override : { ...override, basis: known }
    })
    return new Assumptions([...this.#overrides, ...added])
  }

  /** What does not rest on a declaration, by dotted path. */
  bases(): AssumptionBases {
    const last = new Map<string, AssumptionBasis>()
    for (const { path, basis = 'declared' } of this.#overrides) last.set(path, basis)
    return Object.fromEntries([...last].filter(([, basis]) => basis !== 'declared'))
  }

  /**
   * All that makes these assumptions differ from the defaults, by dotted path, in the order in which
   * it was declared: {@link Assumptions.with} of it over the defaults gives these assumptions again.
   */
  changes(): UncheckedChanges {
    const last = new Map<string, unknown>()
    for (const { path, value } of this.#overrides) {
      last.delete(path)
      last.set(path, value)
    }
    return Object.fromEntries(last)
  }

  /** A number by its id. */
  number(id: string): number {
    return this.#get(id, 'number') as number
  }

  /** A word, a text or a date by its id. */
  text(id: string): string {
    return this.#get(id, 'string') as string
  }

  /** True or false by its id. */
  flag(id: string): boolean {
    return this.#get(id, 'boolean') as boolean
  }

  /** A list of numbers by its id. */
  list(id: string): readonly number[] {
    return this.#get(id, 'object') as readonly number[]
  }

  /** Whether an assumption has the value that the registry gives it. */
  isDefault(id: string): boolean {
    const definition = this.#definitions.get(id)
    return definition !== undefined && same(this.#values.get(id)!, definition.value)
  }

  /** How far a number that nobody measured may lie from the truth; undefined where no range is declared. */
  likely(id: string): LikelyRange | undefined {
    const definition = this.#definitions.get(id)
    const value = this.#values.get(id)
    if (definition === undefined || typeof value !== 'number') return undefined
    return likelyRange(definition, patternOf(id) ?? id, value)
  }

  /** The nearest number that an assumption may be: whole where its unit is, and within what is allowed. */
  nearest(id: string, value: number): number {
    return nearestAllowed(this.#definitions.get(id)!, value)
  }

  /** Names of the members of a collection, in declared order. */
  members(collectionId: string): readonly string[] {
    const members = this.#members.get(collectionId)
    if (!members) throw new RangeError(`No collection of assumptions is named ${collectionId}.`)
    return members
  }

  /**
   * What is declared of members that only the data may know, by stage: it counts once a file names
   * them.
   */
  pending(stage: StageName): readonly (readonly [string, unknown])[] {
    return this.#pendingOverrides()
      .filter(({ path }) => fieldOf(path).stage === stage)
      .map(({ path, value }) => [path, value])
  }

  /**
   * The same assumptions, for data whose members are all known.
   *
   * @throws InputError on what is declared of a member that is none
   */
  settled(): Assumptions {
    const [unknown] = this.#pending
    if (unknown) throw unknownMember(unknown, this.members(unknown.collection))
    return this
  }

  /** Every assumption of one stage (default: all) as rows of a table. */
  rows(stage?: StageName): AssumptionRow[] {
    const bases = this.bases()
    return [...this.#definitions]
      .filter(([, definition]) => stage === undefined || definition.stage === stage)
      .map(([id, definition]) => ({
        id,
        value: this.#values.get(id)!,
        unit: definition.unit,
        allowed: allowedWords(definition),
        why: definition.why,
        source: definition.source,
        stage: definition.stage,
        isDefault: this.isDefault(id),
        basis: bases[id] ?? 'declared',
      }))
  }

  #isPending(override: Override): boolean {
    return this.#pending.some((member) => speaksOf(override, member))
  }

  #pendingOverrides(): Override[] {
    return this.#overrides.filter((override) => this.#isPending(override))
  }

  #get(id: string, type: string): AssumptionValue {
    const value = this.#values.get(id)
    if (value !== undefined && typeof value === type) return value
    throw new RangeError(
      value === undefined ? `No assumption is named ${id}.` : `${id} is not a ${type}.`,
    )
  }
}

function same(a: AssumptionValue, b: AssumptionValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
