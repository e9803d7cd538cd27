import { InputError } from '../errors.js'
import { inWords } from '../format/index.js'
import { type AssumptionValue, type Definition, reasoned } from './definition.js'
import { isMember, type Override, patternOf } from './flatten.js'
import { collections, definitions, fieldsOf } from './registry.js'
import { checkValue } from './validate.js'

/** Names of the members of every collection, in declared order, with those that overrides add or remove. */
export function membersAfter(overrides: readonly Override[]): Map<string, readonly string[]> {
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
export function expand(members: ReadonlyMap<string, readonly string[]>): Map<string, Definition> {
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
  const { members: declared } = collections.get(id)!
  return members.flatMap((member) =>
    [...fieldsOf(id)].map(([field, definition]): [string, Definition] => [
      `${id}.${member}.${field}`,
      {
        ...definition,
        value: defaultOf(definition, member),
        ...reasoned(declared[member]?.[field]),
      },
    ]),
  )
}

function defaultOf(definition: Definition, member: string): AssumptionValue {
  return definition.namesMember ? inWords(member) : definition.value
}

/**
 * The value of every assumption under overrides.
 *
 * @throws InputError on a wrong value, or a member that is not declared
 */
export function valuesAfter(
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
export function fieldOf(path: string): Definition {
  return definitions.find(({ id }) => id === patternOf(path))!
}
