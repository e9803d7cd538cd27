/** Falsifications that no law sees, by the table and column they touch, each with its reason. */
const reasons: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^dwh\.dim_date holiday_name/, 'a name that is shown; no figure is made from it'],
  [/^dwh\.source_notes /, 'sentences on what the files lack; no figure is made from them'],
  [/^market\.plan_notes statement/, 'a sentence; what it tells is asked by its columns'],
  [
    /^dwh\.integrity_checks (?!violations|severity)/,
    'the name, the words and the examples of a check; what it counts is asked again from the tables',
  ],
]

/** Why no law sees a falsification; undefined where one must. */
export function unseen(name: string): string | undefined {
  return reasons.find(([pattern]) => pattern.test(name))?.[1]
}
