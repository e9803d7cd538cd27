import type { ArtifactName } from '../published.js'

/** One way to make a published table say something untrue. */
export interface Corruption {
  readonly what: string
  readonly artifact: ArtifactName
  /** Picks the victim: one row with `stake`, the cents that the law must find, and what `sql` needs. */
  readonly pick: string
  /** The corruption; `:name` stands for a value picked. */
  readonly sql: string
  /** The law that must catch it. */
  readonly law: string
}

/** Makes the corruptions of one artifact. */
export function corruptionsOf(
  artifact: ArtifactName,
  list: readonly Omit<Corruption, 'artifact'>[],
): readonly Corruption[] {
  return list.map((corruption) => ({ ...corruption, artifact }))
}
