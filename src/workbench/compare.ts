import { type AssumptionDifference, assumptionDifferences } from '../assumptions/index.js'
import { InputError } from '../errors.js'
import { readVerdict, type Verdict } from './verdict.js'
import type { Workbench } from './workbench.js'

/** One figure in two runs; the difference is b less a. */
export interface Compared {
  readonly a_cents: number
  readonly b_cents: number
  readonly difference_cents: number
}

/** One line of the profit and loss, by purchase: revenue positive, cost negative. */
export interface ComparedLine extends Compared {
  readonly line: string
  readonly name: string
}

/** One part of the spend, or a figure of the verdict. */
export interface ComparedFigure extends Compared {
  readonly figure: string
}

/** What a channel brought in one month: contribution 2 of its orders less acquisition cost and waste. */
export interface ComparedChannel extends Compared {
  /** A channel, `direct`, or null for what belongs to none, subscriptions above all. */
  readonly channel: string | null
  readonly month: Date
  readonly spend_a_cents: number
  readonly spend_b_cents: number
}

/** A setting in which two runs differ, in words. */
export interface ComparedSetting {
  readonly setting: 'data' | 'seed' | 'preset' | 'plan' | 'version'
  readonly a: string
  readonly b: string
}

/** Two runs side by side. Lines, and channels with months, each add up to the verdict. */
export interface RunComparison {
  /** Their names; null for a scenario. */
  readonly a: string | null
  readonly b: string | null
  readonly settings: readonly ComparedSetting[]
  readonly assumptions: readonly AssumptionDifference[]
  /** The operating result first. */
  readonly verdict: readonly ComparedFigure[]
  readonly lines: readonly ComparedLine[]
  /** The six parts of the spend; they add up to it. */
  readonly spend: readonly ComparedFigure[]
  readonly channels: readonly ComparedChannel[]
}

const VERDICT = [
  'operating_result',
  'contribution_after_marketing',
  'cash_result',
  'gmv',
  'spend',
  'waste',
  'unrecognised',
] as const
const SPEND = [
  'acquisition_cost',
  'decayed',
  'expired',
  'no_response',
  'live',
  'in_flight',
] as const

/**
 * Compares two runs: what they were made from and what they come to, to the cent.
 *
 * @throws InputError when one of them has not run through stage finance, or their currencies differ
 */
export async function compare(a: Workbench, b: Workbench): Promise<RunComparison> {
  const verdicts = [await readVerdict(a), await readVerdict(b)] as const
  refuseCurrencies(a, b)
  return {
    a: a.name,
    b: b.name,
    settings: settingsThatDiffer(a, b),
    assumptions: assumptionDifferences(a.assumptions, b.assumptions),
    verdict: figures(VERDICT, verdicts),
    lines: await lines(a, b),
    spend: figures(SPEND, verdicts),
    channels: await channels(a, b),
  }
}

function refuseCurrencies(a: Workbench, b: Workbench): void {
  const [one, other] = [a, b].map(({ assumptions }) => assumptions.text('place.currency'))
  if (one === other) return
  throw new InputError(
    `compare: a is in ${one}, b in ${other}: amounts of two currencies have no difference.`,
  )
}

function settingsThatDiffer(a: Workbench, b: Workbench): ComparedSetting[] {
  const of = ({ record }: Workbench) => ({
    data: `${record!.data.folder} (${record!.data.fingerprint.slice(0, 12)})`,
    seed: String(record!.seed),
    preset: record!.preset,
    plan: record!.plan === null ? 'as assumed' : `by hand (${record!.plan.slice(0, 12)})`,
    version: record!.version,
  })
  const [one, other] = [of(a), of(b)]
  return (['data', 'seed', 'preset', 'plan', 'version'] as const)
    .map((setting) => ({ setting, a: one[setting], b: other[setting] }))
    .filter((row) => row.a !== row.b)
}

function compared(a: number, b: number): Compared {
  return { a_cents: a, b_cents: b, difference_cents: b - a }
}

function figures<T extends string>(
  names: readonly T[],
  [a, b]: readonly [Verdict, Verdict],
): ComparedFigure[] {
  const of = (verdict: Verdict, name: T) => verdict[`${name}_cents` as keyof Verdict] as number
  return names.map((figure) => ({ figure, ...compared(of(a, figure), of(b, figure)) }))
}

interface LineRow {
  readonly line: string
  readonly name: string
  readonly cents: number
}

const LINES = `
  select l.line, l.name, r.cohort_cents as cents
  from finance.profit_lines as l inner join finance.reconciliation as r on r.line = l.line
  order by l.line_no`

async function lines(a: Workbench, b: Workbench): Promise<ComparedLine[]> {
  const pairs = paired(
    await a.rows<LineRow>(LINES),
    await b.rows<LineRow>(LINES),
    (row) => row.line,
  )
  return pairs.map(([one, other]) => {
    const { line, name } = (one ?? other)!
    return { line, name, ...compared(one?.cents ?? 0, other?.cents ?? 0) }
  })
}

interface ChannelRow {
  readonly channel: string | null
  readonly month: Date
  readonly spend_cents: number
  readonly result_cents: number
}

/** What is of no channel is the rest of the month's profit. */
const CHANNELS = `
  with results as (
    select channel, month, spend_cents, contribution_2_cents - acquisition_cost_cents
        - decayed_cents - expired_cents - no_response_cents as result_cents
    from finance.channel_economics
  ),
  months as (
    select start_date as month, operating_result_cents from finance.pnl_periods
    where basis = 'cohort' and period = 'month'
  )
  select channel, month, spend_cents, result_cents from results
  union all
  select null, m.month, 0, m.operating_result_cents - coalesce(r.result_cents, 0)
  from months as m left join (
    select month, cast(sum(result_cents) as bigint) as result_cents from results group by month
  ) as r on r.month = m.month
  order by channel nulls last, month`

async function channels(a: Workbench, b: Workbench): Promise<ComparedChannel[]> {
  const [one, other] = [await a.rows<ChannelRow>(CHANNELS), await b.rows<ChannelRow>(CHANNELS)]
  const key = ({ channel, month }: ChannelRow) => `${channel ?? ''} ${month.getTime()}`
  return paired(one, other, key).map(([inA, inB]) => {
    const { channel, month } = (inA ?? inB)!
    return {
      channel,
      month,
      spend_a_cents: inA?.spend_cents ?? 0,
      spend_b_cents: inB?.spend_cents ?? 0,
      ...compared(inA?.result_cents ?? 0, inB?.result_cents ?? 0),
    }
  })
}

/** Rows of two lists by key, in the order of the first, those that only the second has last. */
function paired<T>(
  a: readonly T[],
  b: readonly T[],
  key: (row: T) => string,
): [T | undefined, T | undefined][] {
  const [ofA, ofB] = [a, b].map((rows) => new Map(rows.map((row) => [key(row), row])))
  return [...new Set([...ofA!.keys(), ...ofB!.keys()])].map((id) => [ofA!.get(id), ofB!.get(id)])
}
