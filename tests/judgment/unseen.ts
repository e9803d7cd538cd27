/** Falsifications that no law sees, by the table and column they touch, each with its reason. */
const reasons: readonly (readonly [pattern: RegExp, reason: string])[] = []

/** Why no law sees a falsification; undefined where one must. */
export function unseen(name: string): string | undefined {
  return reasons.find(([pattern]) => pattern.test(name))?.[1]
}
