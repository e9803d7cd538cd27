/** An experiment that may be proposed. */
interface Proposed {
  readonly design: 'holdout' | 'jitter'
  readonly channel: string
  readonly days: number
  readonly share: number
}

/** What is known of experiments; see `Experiments`. */
interface Ranked {
  readonly best: Proposed | undefined
  readonly first: Proposed | undefined
  readonly promise: 'expected' | 'at_most'
  readonly unsupported: readonly string[]
}

/**
 * Which experiment to run, in a sentence.
 *
 * @param nameOf a channel by its id; default the id
 */
export function nextExperiment(
  { best, first, promise, unsupported }: Ranked,
  nameOf = (id: string): string => id,
): string {
  if (best !== undefined) {
    const what = testOf(best, nameOf)
    return promise === 'expected'
      ? `The experiment to run next: ${what}.`
      : `If any test, this one: ${what}. The series informs already, so its value is at most what is shown.`
  }
  if (first === undefined || unsupported.length === 0) {
    return 'No test is worth its cost: act on the best plan.'
  }
  const names = unsupported.map((id) => nameOf(id)).join(', ')
  return `By these ranges no test is worth its cost; but no data, test or declared value supports those of ${names}. To check them: ${testOf(first, nameOf)}.`
}

function testOf({ design, channel, days, share }: Proposed, nameOf: (id: string) => string) {
  return design === 'jitter'
    ? `vary ${nameOf(channel)} by the week for ${days} days`
    : `hold ${nameOf(channel)} out of ${Math.round(share * 100)}% of the market for ${days} days`
}
