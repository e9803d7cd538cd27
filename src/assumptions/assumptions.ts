import { InputError } from '../errors.js'
import { inWords } from '../format/index.js'
import type { StageName } from '../schema/artifact-names.js'
import {
  type AssumptionBasis,
  type AssumptionValue,
  allowedWords,
  type Definition,
} from './definition.js'
import { flatten, isMember, type Override, patternOf } from './flatten.js'
import { type LikelyRange, likelyRange, nearestAllowed } from './likely.js'
import { type PendingMember, pendingMembers, speaksOf, unknownMember } from './new-members.js'
import { collections, definitions, fieldsOf } from './registry.js'
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

/** Changes of assumptions: nested, or with dotted keys; `null` removes a member of a collection. */
export type AssumptionChanges = Readonly<Record<string, unknown>>

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
  with(changes: AssumptionChanges, basis: AssumptionBasis | AssumptionBases = {}): Assumptions {
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
  changes(): AssumptionChanges {
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

function membersAfter(overrides: readonly Override[]): Map<string, readonly string[]> {
  const members = new Map<string, readonly string[]>()
  for (const { id, follows, members: declared } of collections.values()) {
    if (follows === undefined) members.set(id, changedMembers(id, Object.keys(declared), overrides))
  }
  for (const { id, follows } of collections.values()) {
    if (follows !== undefined) members.set(id, members.get(follows)!)
  }
  return members
}

function changedMembers(id: string, declared: string[], overrides: readonly Override[]): string[] {
  const names = new Set(declared)
  for (const { path, value } of overrides) {
    if (!path.startsWith(`${id}.`)) continue
    const name = path.slice(id.length + 1).split('.')[0]!
    if (value === null && isMember(path)) names.delete(name)
    else names.add(name)
  }
  return [...names]
}

let lastExpansion: { readonly key: string; readonly expanded: Map<string, Definition> } | undefined

/** As {@link written}; scenarios of one run have the same members, so the last is kept. */
function expand(members: ReadonlyMap<string, readonly string[]>): Map<string, Definition> {
  const key = JSON.stringify([...members])
  if (lastExpansion?.key !== key) lastExpansion = { key, expanded: written(members) }
  return lastExpansion.expanded
}

/** One definition per id, fields of collections written out for every member. */
function written(members: ReadonlyMap<string, readonly string[]>): Map<string, Definition> {
  const expanded = new Map<string, Definition>()
  const done = new Set<string>()
  for (const definition of definitions) {
    const [collectionId, field] = definition.id.split('.*.')
    if (field === undefined) expanded.set(definition.id, definition)
    else if (!done.has(collectionId!)) {
      done.add(collectionId!)
      for (const [id, own] of expandCollection(collectionId!, members.get(collectionId!)!)) {
        expanded.set(id, own)
      }
    }
  }
  return expanded
}

function expandCollection(id: string, members: readonly string[]): [string, Definition][] {
  const { members: declared, notes } = collections.get(id)!
  return members.flatMap((member) =>
    [...fieldsOf(id)].map(([field, definition]): [string, Definition] => [
      `${id}.${member}.${field}`,
      {
        ...definition,
        ...notes?.[member]?.[field],
        value: declared[member]?.[field] ?? defaultOf(definition, member),
      },
    ]),
  )
}

function defaultOf(definition: Definition, member: string): AssumptionValue {
  return definition.namesMember ? inWords(member) : definition.value
}

function valuesAfter(
  expanded: ReadonlyMap<string, Definition>,
  overrides: readonly Override[],
): Map<string, AssumptionValue> {
  const values = new Map([...expanded].map(([id, definition]) => [id, definition.value]))
  for (const { path, value } of overrides) {
    if (value === null && isMember(path)) continue
    const definition = expanded.get(path)
    if (definition) values.set(path, checkValue(definition, path, value))
    else if (!wasRemoved(path, overrides)) throw new InputError(undeclaredMember(path))
  }
  return values
}

function wasRemoved(path: string, overrides: readonly Override[]): boolean {
  return overrides.some(({ path: other, value }) => value === null && path.startsWith(`${other}.`))
}

function undeclaredMember(path: string): string {
  const collectionId = patternOf(path)!.split('.*.')[0]!
  const follows = collections.get(collectionId)?.follows ?? collectionId
  return `${path}: no such member. Declare it under ${follows} first.`
}

/** The definition of a field of any member, by the path of one. */
function fieldOf(path: string): Definition {
  return definitions.find(({ id }) => id === patternOf(path))!
}

function same(a: AssumptionValue, b: AssumptionValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
