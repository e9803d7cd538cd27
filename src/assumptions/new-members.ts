import { InputError } from '../errors.js'
import { isMember, type Override } from './flatten.js'
import { collections } from './registry.js'

/** Two names this close are taken for one, misspelt. */
const MOST_EDITS = 2

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
  for (const { id, members: known, newMemberNeeds } of collections.values()) {
    if (newMemberNeeds === undefined) continue
    const says = (member: string, field: string) =>
      overrides.some(({ path }) => path === `${id}.${member}.${field}`)
    for (const member of mentioned(id, overrides)) {
      if (known[member] !== undefined || says(member, newMemberNeeds[0]!)) continue
      const meant = nearest(member, Object.keys(known))
      if (meant) throw misspelt(id, member, meant, newMemberNeeds[0]!)
      if (!newMemberNeeds.some((field) => says(member, field))) {
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

function misspelt(id: string, member: string, meant: string, needs: string): InputError {
  const known = Object.keys(collections.get(id)!.members).join(', ')
  return new InputError(
    `${id}.${member}: no such member, allowed ${known}. Did you mean ${meant}? A new one with a name so close needs ${needs}.`,
  )
}

/** The known name that somebody may have meant, at most two slips away; undefined where none is. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((other) => ({ other, edits: editDistance(name, other) }))
    .sort((a, b) => a.edits - b.edits)
  return ranked[0] && ranked[0].edits <= MOST_EDITS ? ranked[0].other : undefined
}

/** Least number of letters to insert, drop, change or swap with their neighbour (optimal alignment). */
export function editDistance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1
      const swaps = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      row[j] = Math.min(
        rows[i - 1]![j]! + 1,
        row[j - 1]! + 1,
        rows[i - 1]![j - 1]! + change,
        swaps ? rows[i - 2]![j - 2]! + 1 : Number.POSITIVE_INFINITY,
      )
    }
    rows.push(row)
  }
  return rows[from.length]![to.length]!
}
