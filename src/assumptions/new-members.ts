import { InputError } from '../errors.js'
import type { Override } from './flatten.js'
import { collections } from './registry.js'

/** Two names this close are taken for one, misspelt. */
const MOST_EDITS = 2

/**
 * Refuses a member that is most likely a misspelt known one, or says nothing that would make it a
 * member of its own.
 *
 * @throws InputError naming the member that was probably meant, and what a new one needs
 */
export function checkNewMembers(
  members: ReadonlyMap<string, readonly string[]>,
  overrides: readonly Override[],
): void {
  for (const { id, members: known, newMemberNeeds } of collections.values()) {
    if (newMemberNeeds === undefined) continue
    const says = (member: string, field: string) =>
      overrides.some(({ path }) => path === `${id}.${member}.${field}`)
    for (const member of members.get(id)!) {
      if (known[member] !== undefined || says(member, newMemberNeeds[0]!)) continue
      const meant = nearest(member, Object.keys(known))
      if (meant === undefined && newMemberNeeds.some((field) => says(member, field))) continue
      const remedy = meant
        ? `Did you mean ${meant}? A new one with a name so close needs ${newMemberNeeds[0]}.`
        : `A new one needs at least one of ${newMemberNeeds.join(', ')}.`
      throw new InputError(
        `${id}.${member}: no such member, allowed ${Object.keys(known).join(', ')}. ${remedy}`,
      )
    }
  }
}

function nearest(name: string, known: readonly string[]): string | undefined {
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
