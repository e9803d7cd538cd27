import { InputError } from '../errors.js'
import { isMember, type Override } from './flatten.js'
import { nearest } from './near-names.js'
import { collections } from './registry.js'

/** What is said of a member that nothing makes one yet: a file of spend may still name it. */
export interface PendingMember {
  /** The collection that declares members, and the one of them. */
  readonly collection: string
  readonly member: string
}

/**
 * Members that overrides speak of, that are not known and that say nothing which would make them
 * members of their own.
 *
 * @throws InputError where one is most likely a known one, misspelt
 */
export function pendingMembers(overrides: readonly Override[]): PendingMember[] {
  const found: PendingMember[] = []
  for (const { id, members: known, newMemberNeeds, hasDistinctNames } of collections.values()) {
    if (newMemberNeeds === undefined && !hasDistinctNames) continue
    const [name] = newMemberNeeds ?? []
    const says = (member: string, field: string) =>
      overrides.some(({ path }) => path === `${id}.${member}.${field}`)
    for (const member of mentioned(id, overrides)) {
      if (known[member] !== undefined || (name && says(member, name))) continue
      const meant = nearest(member, Object.keys(known))
      if (meant) throw misspelt(id, member, meant, name)
      if (newMemberNeeds && !newMemberNeeds.some((field) => says(member, field))) {
        found.push({ collection: id, member })
      }
    }
  }
  return found
}

/**
 * What to say of a member that nothing made one.
 *
 * @param others members that there are
 */
export function unknownMember(pending: PendingMember, others: readonly string[]): InputError {
  const { collection, member } = pending
  const needs = collections.get(collection)!.newMemberNeeds!
  return new InputError(
    `${collection}.${member}: no such member, allowed ${others.join(', ')}. A new one needs a line in marketing_spend.csv, or at least one of ${needs.join(', ')}.`,
  )
}

/** Whether an override speaks of a member, in its own collection or in one that follows it. */
export function speaksOf({ path }: Override, { collection, member }: PendingMember): boolean {
  return [...collections.values()]
    .filter(({ id, follows }) => id === collection || follows === collection)
    .some(({ id }) => path.startsWith(`${id}.${member}.`))
}

/** Members that a collection, or one that follows it, is told something of. */
function mentioned(collection: string, overrides: readonly Override[]): Set<string> {
  const names = new Set<string>()
  for (const { id, follows } of collections.values()) {
    if (id !== collection && follows !== collection) continue
    for (const { path, value } of overrides) {
      const isOfMember = path.startsWith(`${id}.`) && !(value === null && isMember(path))
      if (isOfMember) names.add(path.slice(id.length + 1).split('.')[0]!)
    }
  }
  return names
}

function misspelt(id: string, member: string, meant: string, needs?: string): InputError {
  const known = Object.keys(collections.get(id)!.members).join(', ')
  const otherwise = needs ? ` A new one with a name so close needs ${needs}.` : ''
  return new InputError(
    `${id}.${member}: no such member, allowed ${known}. Did you mean ${meant}?${otherwise}`,
  )
}
