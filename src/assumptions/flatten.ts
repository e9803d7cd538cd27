import { InputError } from '../errors.js'
import type { AssumptionBasis } from './definition.js'
import { nearest } from './near-names.js'
import { collections, definitions } from './registry.js'

/** One value or one removed member that a user declares, by dotted path. */
export interface Override {
  readonly path: string
  readonly value: unknown
  /** Default `declared`. */
  readonly basis?: AssumptionBasis
}

const leaves = new Set(definitions.map((definition) => definition.id))
const branches = new Set(
  definitions.flatMap(({ id }) => {
    const parts = id.split('.')
    return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'))
  }),
)

/**
 * Turns nested or dotted keys into paths with values: `{market: {seed_days: 3}}` and
 * `{'market.seed_days': 3}` are the same.
 *
 * @throws InputError on a key that is no assumption, naming the keys that are known there
 */
export function flatten(tree: unknown, prefix = ''): Override[] {
  if (tree === null || tree === undefined) return []
  if (typeof tree !== 'object' || Array.isArray(tree)) {
    throw new InputError(
      `${prefix || 'assumptions'}: got ${JSON.stringify(tree)}, allowed a mapping of names to values. Known keys here: ${knownKeys(prefix).join(', ')}.`,
    )
  }
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = prefix ? `${prefix}.${key}` : key
    const pattern = patternOf(path)
    if (pattern !== undefined && leaves.has(pattern)) return [{ path, value }]
    if (pattern !== undefined && branches.has(pattern)) {
      return value === null && isMember(path) ? [{ path, value }] : flatten(value, path)
    }
    const branch = nearestBranch(path)
    const known = knownKeys(branch)
    const meant = nearest(path.slice(branch ? branch.length + 1 : 0).split('.')[0]!, known)
    throw new InputError(
      `${path}: no such assumption. Known keys under ${branch || 'the top'}: ${known.join(', ')}.${meant ? ` Did you mean ${meant}?` : ''}`,
    )
  })
}

/** The path with the member's name replaced by `*`; undefined where that name is not allowed. */
export function patternOf(path: string): string | undefined {
  for (const id of collections.keys()) {
    if (!path.startsWith(`${id}.`)) continue
    const [member, ...rest] = path.slice(id.length + 1).split('.')
    if (!/^[a-z][a-z0-9_]*$/.test(member!)) return undefined
    return [id, '*', ...rest].join('.')
  }
  return path
}

/** Whether a path names one member of a collection, e.g. `market.channels.email_marketing`. */
export function isMember(path: string): boolean {
  const cut = path.lastIndexOf('.')
  return collections.has(path.slice(0, cut))
}

/** The longest part of a path that names a group of assumptions; empty for none. */
function nearestBranch(path: string): string {
  const parts = path.split('.')
  for (let length = parts.length - 1; length > 0; length--) {
    const branch = parts.slice(0, length).join('.')
    if (branches.has(patternOf(branch) ?? '')) return branch
  }
  return ''
}

function knownKeys(prefix: string): string[] {
  const pattern = prefix ? (patternOf(prefix) ?? prefix) : ''
  const depth = pattern ? pattern.split('.').length : 0
  const below = definitions.filter(({ id }) => !pattern || id.startsWith(`${pattern}.`))
  return [...new Set(below.map(({ id }) => id.split('.')[depth]!))].map((key) =>
    key === '*' ? '<any name in small letters>' : key,
  )
}
