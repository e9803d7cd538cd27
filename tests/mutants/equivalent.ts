/** Mutants that cannot change what is published, each kind with its reason. */
const reasons: readonly (readonly [pattern: RegExp, reason: string])[] = []

/** Why a mutant is no fault; undefined where it may be one. */
export function equivalent(id: string): string | undefined {
  return reasons.find(([pattern]) => pattern.test(id))?.[1]
}
