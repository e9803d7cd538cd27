import { reasonsOfCode } from './equivalent-code.js'
import { reasonsOfJoins } from './equivalent-joins.js'
import { reasonsOfModels } from './equivalent-sql.js'

/**
 * Why a mutant is no fault; undefined where it may be one.
 *
 * @param id the mutant: its file, line number and rule
 * @param line the text of that line
 */
export function equivalent(id: string, line: string): string | undefined {
  const [, file, rule] = /^(\S+):\d+ (.*)$/.exec(id)!
  return [...reasonsOfModels, ...reasonsOfJoins, ...reasonsOfCode].find(
    (reason) =>
      reason.file.test(file!) && reason.line.test(line.trim()) && (reason.rule ?? /./).test(rule!),
  )?.why
}
