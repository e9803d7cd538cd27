import { equivalent } from './equivalent.js'
import { type Outcome, stageOf } from './mutant.js'

interface Tally {
  killed: number
  survived: number
  same: number
  equivalent: number
}

/** The score by stage and by file, and every mutant that no law saw. */
export function report(lines: string): string {
  const outcomes = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Outcome)
    .filter(({ result }) => result !== 'invalid')
  const tallies = new Map<string, Tally>()
  for (const outcome of outcomes) {
    const file = outcome.id.split(':')[0]!
    for (const name of [stageOf(file), file, 'all']) {
      const tally = tallies.get(name) ?? { killed: 0, survived: 0, same: 0, equivalent: 0 }
      tallies.set(name, tally)
      tally[kindOf(outcome)]++
    }
  }
  const rows = [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, tally]) => row(name, tally))
  const unseen = outcomes.filter((outcome) => ['survived', 'same'].includes(kindOf(outcome)))
  return [
    'score  killed  survived  no table differs  equivalent',
    ...rows,
    '',
    ...unseen.map(({ id, result, by }) => `${result}: ${id} ${by}`).sort(),
  ].join('\n')
}

function kindOf({ id, result }: Outcome): keyof Tally {
  if (result === 'killed') return 'killed'
  if (equivalent(id) !== undefined) return 'equivalent'
  return result === 'survived' ? 'survived' : 'same'
}

function row(name: string, { killed, survived, same, equivalent: none }: Tally): string {
  const score = (100 * killed) / Math.max(1, killed + survived + same)
  const cells = [`${score.toFixed(1)}%`, killed, survived, same, none]
  return `${cells.map((cell) => String(cell).padStart(7)).join('')}  ${name}`
}
