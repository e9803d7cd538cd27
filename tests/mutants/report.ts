import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { equivalent, reasons } from './equivalent.js'
import { type Outcome, stageOf } from './mutant.js'
import type { Reason } from './reason.js'

/** What became of the mutants of one stage, one file, or all. */
export interface Tally {
  readonly killed: number
  /** Published tables differ, and no law says so. */
  readonly survived: number
  /** No published table differs, and it is not shown that none can. */
  readonly same: number
  readonly equivalent: number
}

/** The recorded result of a run, for those who cite it. */
export interface Score {
  /** One mutant in so many was tried. */
  readonly oneIn: number
  /** On so many marketplaces, where nothing else was seen before. */
  readonly marketplaces: number
  readonly tallies: Readonly<Record<string, Tally>>
}

/** Outcomes of valid mutants, counted by stage, by file and in all. */
export function tallied(lines: string, root: string): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const outcome of outcomesOf(lines)) {
    const file = outcome.id.split(':')[0]!
    for (const name of [stageOf(file), file, 'all']) {
      const tally = tallies.get(name) ?? { killed: 0, survived: 0, same: 0, equivalent: 0 }
      const kind = kindOf(outcome, root)
      tallies.set(name, { ...tally, [kind]: tally[kind] + 1 })
    }
  }
  return tallies
}

/** The score by stage and by file, every mutant that no law saw, and reasons that excuse none. */
export function report(lines: string, root: string): string {
  const rows = [...tallied(lines, root)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, tally]) => row(name, tally))
  const unseen = outcomesOf(lines).filter((one) => ['survived', 'same'].includes(kindOf(one, root)))
  const excusing = new Set(
    outcomesOf(lines)
      .filter((one) => kindOf(one, root) === 'equivalent')
      .map((one) => reasonOf(one, root)),
  )
  const idle = reasons.filter((reason) => !excusing.has(reason))
  return [
    'score  killed  survived  no table differs  equivalent',
    ...rows,
    '',
    ...unseen.map(({ id, result, by }) => `${result}: ${id} ${by}`).sort(),
    ...idle.map(({ file, line, why }) => `excuses none of these: ${file} ${line} ${why}`),
  ].join('\n')
}

/** Of the mutants that are not shown to be equivalent, the share that some law or refusal killed, as 97.4%. */
export function percent({ killed, survived, same }: Tally): string {
  return `${((100 * killed) / Math.max(1, killed + survived + same)).toFixed(1)}%`
}

/** The score in words, as documents cite it. */
export function scoreSentence({ oneIn, marketplaces, tallies }: Score): string {
  const { all, ...stages } = tallies as Readonly<Record<string, Tally>> & { all: Tally }
  const changing = all.killed + all.survived
  const each = Object.entries(stages).map(([stage, tally]) => `${stage} ${percent(tally)}`)
  return (
    `Of ${changing} faults made by rule in the pipeline${oneIn === 1 ? '' : ` (one in ${oneIn})`} that change any published table, ` +
    `the laws alone, or the pipeline's own refusal, see ${all.killed}; with ${all.same} more that change nothing on ${marketplaces} small marketplaces ` +
    `and are not shown to be harmless, the score is ${percent(all)}: ${each.join(', ')}.`
  )
}

function outcomesOf(lines: string): Outcome[] {
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Outcome)
    .filter(({ result }) => result !== 'invalid')
}

function kindOf(outcome: Outcome, root: string): keyof Tally {
  if (outcome.result === 'killed' || outcome.result === 'survived') return outcome.result
  return reasonOf(outcome, root) ? 'equivalent' : 'same'
}

function reasonOf({ id }: Outcome, root: string): Reason | undefined {
  const [, file, line] = /^(\S+):(\d+) /.exec(id)!
  const text = readFileSync(join(root, file!), 'utf8').split('\n')[Number(line) - 1] ?? ''
  return equivalent(id, text)
}

function row(name: string, tally: Tally): string {
  const cells = [percent(tally), tally.killed, tally.survived, tally.same, tally.equivalent]
  return `${cells.map((cell) => String(cell).padStart(7)).join('')}  ${name}`
}
