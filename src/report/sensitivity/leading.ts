import type { Question, SensitivityRow } from '../../decisions/index.js'
import type { Notation } from '../../format/index.js'
import { valueWithUnit } from '../../format/index.js'
import { bareTitle } from '../../format/quantity.js'
import type { ShownLeading } from '../../notebook/index.js'
import type { Workbench } from '../../workbench/index.js'
import { sensitivityRows } from './made.js'

/** One assumption that an answer hangs on, in words. Its basis: 'default', 'changed' (by the analyst) or 'fitted'. */
export interface LeadingAssumption extends ShownLeading {
  readonly assumption: string
  /** Where the verdict flips within the range, or 'never'; empty where no verdict hangs on the answer. */
  readonly flip: string
}

export interface LeadingOptions {
  /** How many. Default 5. */
  readonly count?: number
  /** The channel of `pays`. */
  readonly channel?: string
}

/**
 * The assumptions that move an answer most, measured: each in turn at both ends of its declared range, all others at
 * their value.
 *
 * @param question `cost_per_click` (needs the warehouse), `waste` (of spend, likewise), `net_profit` (finance),
 *   `best_plan` (its gain over today's) or `pays` (a channel's profit by cause)
 * @throws InputError where a stage has not run that the question needs
 */
export async function leadingAssumptions(
  workbench: Workbench,
  question: Question,
  { count = 5, channel = '' }: LeadingOptions = {},
): Promise<LeadingAssumption[]> {
  const rows = await sensitivityRows(workbench, question)
  const own = rows.filter((row) => channel === '' || row.channel === channel)
  return own.slice(0, count).map((row) => leadingInWords(row, workbench))
}

/** One row of what an answer hangs on, in words. */
export function leadingInWords(
  row: Omit<SensitivityRow, 'swing' | 'rank'>,
  { notation, assumptions }: Pick<Workbench, 'notation' | 'assumptions'>,
): LeadingAssumption {
  const { assumption, question } = row
  const known = assumptions.rows().find(({ id }) => id === assumption)
  const unit = known?.unit ?? 'ratio'
  const shown = (value: number) => valueWithUnit(Number(value.toFixed(4)), unit, notation)
  const answer = (value: number) => answerWords(question, value, notation)
  return {
    assumption,
    name: assumptionName(assumption, notation),
    value: shown(row.value),
    basis: row.basis === 'fitted' ? 'fitted' : (known?.isDefault ?? true) ? 'default' : 'changed',
    why: known?.why ?? 'What the channel causes, as a multiple of the orders attributed to it',
    low: shown(row.low),
    answer_at_low: answer(row.answerAtLow),
    high: shown(row.high),
    answer_at_high: answer(row.answerAtHigh),
    flip: flipWords(row, shown),
  }
}

/** An id of an assumption in words: a field, of its member where it has one. */
export function assumptionName(id: string, { nameOf }: Notation): string {
  const [stage, collection, member, field] = id.split('.')
  if (field !== undefined) return `${bareTitle(field)} of ${nameOf(member!)}`
  return member === undefined
    ? bareTitle(collection ?? stage!)
    : `${bareTitle(collection!)} of ${nameOf(member)}`
}

/** An answer as it is written: waste as a share of spend, all else as money. */
export function answerWords(question: Question, value: number, { money, rate }: Notation): string {
  return question === 'waste' ? rate(Math.round(value)) : money.exact(Math.round(value))
}

function flipWords(
  { flip, question }: Pick<SensitivityRow, 'flip' | 'question'>,
  shown: (value: number) => string,
): string {
  if (question === 'cost_per_click' || question === 'waste') return ''
  return flip === null ? 'never' : shown(flip)
}
