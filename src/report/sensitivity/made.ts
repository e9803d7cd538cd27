import type { Question, SensitivityRow } from '../../decisions/index.js'
import type { Workbench } from '../../workbench/index.js'

/** One assumption and what an answer would be at both ends of its range: a row of `decisions.sensitivity`. */
export interface MovedAnswer {
  readonly question: Question
  readonly channel: string
  readonly assumption_id: string
  readonly basis: 'fitted' | 'declared'
  readonly value: number
  readonly low_value: number
  readonly high_value: number
  readonly answer_at_value: number
  readonly answer_at_low: number
  readonly answer_at_high: number
  readonly flip_value: number | null
  readonly rank: number
}

/** A row of `decisions.sensitivity` as the library answers it. */
export function sensitivityOf(row: MovedAnswer): Omit<SensitivityRow, 'swing'> {
  return {
    ...row,
    assumption: row.assumption_id,
    low: row.low_value,
    high: row.high_value,
    answerAtValue: row.answer_at_value,
    answerAtLow: row.answer_at_low,
    answerAtHigh: row.answer_at_high,
    flip: row.flip_value,
  }
}

/**
 * What an answer hangs on, the first most of all: from the decisions of the run where they are made, for they vary
 * every assumption too; else varied now.
 */
export async function sensitivityRows(
  workbench: Workbench,
  question: Question,
): Promise<Omit<SensitivityRow, 'swing'>[]> {
  if (!workbench.record?.artifacts.decisions) return workbench.sensitivity({ of: [question] })
  const rows = await workbench.rows<MovedAnswer>(
    'select * from decisions.sensitivity where question = ? order by channel, rank',
    question,
  )
  return rows.map(sensitivityOf)
}
