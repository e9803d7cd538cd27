import type { Assumptions } from '../../assumptions/index.js'
import { threadsOf } from '../../engine/index.js'
import { InputError } from '../../errors.js'
import { keptSeason } from '../../market/season/season.js'
import { readDecisions } from '../read-run.js'
import { fitOf } from '../run-fit.js'
import { type Question, questions, readAnswers } from './answers.js'
import { whyFixed } from './fixed.js'
import { type InventoryRange, inventoryRanges } from './inventory-ranges.js'
import { memoSource } from './memo-source.js'
import type { ReplaySource } from './replay.js'
import type { Decided } from './scene.js'
import { CAUSE, type OtherRanges, type SensitivityRow, tornado } from './tornado.js'
import { type VerdictRange, verdictRanges } from './verdict-range.js'

export interface SensitivityOptions {
  /**
   * The answers to ask about. `cost_per_click` and `waste` (basis points of spend) need the warehouse only, `net_profit`
   * needs finance, `best_plan` (its gain over today's) and `pays` (each channel's profit) a fit. Default all.
   */
  readonly of?: readonly Question[]
  /** Ids of the only assumptions to vary. Default every one with a range. */
  readonly only?: readonly string[]
  /** Ranges that stand instead of the declared ones, by id of an assumption that can be varied without a run. */
  readonly ranges?: OtherRanges
}

/** A run that answers SQL, with what it was made from. */
export type SensitivitySource = ReplaySource & { readonly assumptions: Assumptions }

/**
 * What every answer of a run hangs on: each assumption with a declared range at both ends of it, with the value at
 * which the verdict flips.
 *
 * @param decided the fit of the run, where it is there already
 * @throws InputError on an unknown answer or assumption, or a range that is none or of what takes a run of its own
 */
export async function sensitivityOf(
  source: SensitivitySource,
  { of = questions, only, ranges = {} }: SensitivityOptions = {},
  decided?: Decided,
): Promise<SensitivityRow[]> {
  checkAsked(of, [...(only ?? []), ...Object.keys(ranges)], source.assumptions)
  checkRanges(Object.keys(ranges), source.assumptions)
  const once = askedOnce(source)
  const from = await readAnswers(once, of, decided ?? (await fitWhereNeeded(once, of)))
  return tornado(from, of, { ranges, ...(only && { only }) })
}

/**
 * The verdict's figures with their ranges: every assumption anywhere in its own, and the market's chance.
 *
 * @param draws 20 to 100,000
 * @throws InputError on a number of draws out of range, or where finance has not run
 */
export async function verdictRangesOf(
  source: SensitivitySource,
  draws: number,
): Promise<VerdictRange[]> {
  checkDraws(draws, 100_000)
  const from = await readAnswers(askedOnce(source), ['net_profit'])
  return verdictRanges(from, draws, await threadsOf(source))
}

/**
 * The inventory of clicks with its ranges, over the draws of the verdict.
 *
 * @param draws 20 to 1,000: each keeps every day
 * @throws InputError on a number of draws out of range, or where the warehouse has not run
 */
export async function inventoryRangesOf(
  source: SensitivitySource,
  draws: number,
): Promise<InventoryRange[]> {
  checkDraws(draws, 1_000)
  return inventoryRanges(await readAnswers(askedOnce(source), ['waste']), draws)
}

function checkDraws(draws: number, most: number): void {
  if (Number.isInteger(draws) && draws >= 20 && draws <= most) return
  throw new InputError(`draws: got ${draws}, allowed whole numbers from 20 to ${most}.`)
}

function askedOnce(source: SensitivitySource): SensitivitySource {
  const { assumptions, seed, spendPlan } = source
  return { ...memoSource(source), assumptions, seed, spendPlan, seasonOf: keptSeason() }
}

async function fitWhereNeeded(source: SensitivitySource, of: readonly Question[]) {
  if (!of.includes('best_plan') && !of.includes('pays')) return undefined
  const run = await readDecisions(source)
  return { run, fit: fitOf(run, source, { acceptAssumed: true }) }
}

function checkAsked(
  of: readonly Question[],
  named: readonly string[],
  assumptions: Assumptions,
): void {
  const wrong = of.find((question) => !questions.includes(question))
  if (wrong) {
    throw new InputError(`sensitivity: got '${wrong}', allowed ${questions.join(', ')}.`)
  }
  const numbers = assumptions.rows().filter(({ value }) => typeof value === 'number')
  const known = new Set([...numbers.map(({ id }) => id), ...causesOf(assumptions)])
  const unknown = named.find((id) => !known.has(id))
  if (unknown) {
    throw new InputError(
      `sensitivity: got ${unknown}, allowed assumptions that are numbers or ${CAUSE}<channel>.`,
    )
  }
}

/** Other ranges are of what can be varied: of anything else a row would say that nothing moves. */
function checkRanges(ids: readonly string[], assumptions: Assumptions): void {
  for (const id of ids) {
    const why = id.startsWith(CAUSE) ? undefined : whyFixed(assumptions, id)
    if (why !== undefined) {
      throw new InputError(
        `sensitivity: got a range of ${id}, which cannot be varied: ${why}. Allowed: assumptions of the market and attribution, rates of finance above 0, beliefs and rules of decisions. Run a scenario under it instead.`,
      )
    }
  }
}

function causesOf(assumptions: Assumptions): string[] {
  return assumptions.members('market.channels').map((channel) => `${CAUSE}${channel}`)
}
