import type { AssumptionRow } from '../../assumptions/index.js'
import type { Notation } from '../../format/index.js'
import { type RunBasis, readBasis } from '../../judgment/index.js'
import type { Basis } from '../../schema/basis.js'
import { readVerdict, type Verdict, type Workbench } from '../../workbench/index.js'
import { figureBasis } from '../basis.js'
import { type RunDecisions, readRunDecisions } from '../decisions/index.js'
import { readHead, type StatementHead } from '../head.js'
import { type Judgment, readJudgment } from '../judgment.js'
import { type Note, readNotes } from '../notes.js'
import { type MonthComparisons, readComparisons } from '../variance/section.js'
import { type CashDetail, FLOWS_SQL, readCashDetail } from './cash-flow.js'
import { type Growth, readGrowth } from './growth.js'
import { type Ledger, readLedger } from './ledger.js'
import {
  type HeldForSellers,
  type KeyMetrics,
  readHeldForSellers,
  readKeyMetrics,
} from './metrics.js'
import { MONTHS_SQL, type MonthStatement } from './months.js'
import { readSellerSide, type SellerSide } from './sellers.js'

/** One line of the profit and loss, three ways; profit up, cost negative. */
export interface StatementLine {
  readonly line: string
  readonly cohort_cents: number
  readonly unrecognised_cents: number
  readonly recognised_cents: number
  readonly timing_cents: number
  readonly cash_cents: number
  readonly basis: Basis | null
}

/** What became of the money of one channel. */
export interface ChannelStatement {
  readonly channel: string
  readonly spend_cents: number
  readonly acquisition_cost_cents: number
  readonly waste_cents: number
  readonly waste_bps: number | null
  readonly saturation_loss_cents: number | null
  readonly asset_cents: number
  readonly orders: number
  readonly new_customers: number
  readonly returning_orders: number
  readonly cost_per_order_cents: number | null
  readonly paid_cac_cents: number | null
  readonly consumed_cac_cents: number | null
  readonly loaded_cac_cents: number | null
  readonly contribution_2_cents: number
  readonly result_cents: number
  readonly covers_its_cost: boolean
}

/** What is left in one account, or the equity, when the books close; debit positive, they sum to zero. */
export interface Balance {
  readonly account: string
  readonly closing_cents: number
}

/** What one kind of entry moved in cash over the horizon: in positive, out negative. */
export interface CashFlow {
  readonly event: string
  readonly amount_cents: number
}

export interface SubscriptionStatement {
  readonly subscribers: number
  readonly closing_cents: number
}

/** Items, orders, sellers or customers that lose money after acquisition cost. */
export interface LossShare {
  readonly subject: string
  readonly subjects: number
  readonly losing: number
  readonly losing_bps: number
  readonly loss_cents: number
  readonly gain_cents: number
}

/** All that the statement says: one page first, detail behind. */
export interface Statement {
  /** What the run was made from. */
  readonly head: StatementHead
  /** How the run writes money, numbers and channels. */
  readonly notation: Notation
  readonly verdict: Verdict
  readonly metrics: KeyMetrics
  readonly held: readonly HeldForSellers[]
  readonly lines: readonly StatementLine[]
  readonly channels: readonly ChannelStatement[]
  readonly months: readonly MonthStatement[]
  readonly balances: readonly Balance[]
  readonly flows: readonly CashFlow[]
  /** How customers and subscriptions grow and last. */
  readonly growth: Growth
  /** Cash by month, the way from the result to it, and what is still to come. */
  readonly cash: CashDetail
  readonly subscriptions: SubscriptionStatement
  readonly losses: readonly LossShare[]
  /** How sellers were won; null where no file tells of leads. */
  readonly sellers: SellerSide | null
  readonly judgment: Judgment
  /** What each figure rests on. */
  readonly basis: RunBasis
  /** What there is to know about what came in. */
  readonly notes: readonly Note[]
  /** The way from each line to its rule and to the books. */
  readonly ledger: Ledger
  /** The last whole month against the one before, the same one last year and the budget. */
  readonly comparisons: MonthComparisons
  /** Every assumption in force. */
  readonly assumptions: readonly AssumptionRow[]
  /** What marketing caused and what should change; undefined where that was not asked. */
  readonly decisions?: RunDecisions | undefined
}

export const LINES_SQL = 'select * from finance.reconciliation order by line_no'

/** What lines that are only timing stand for. */
const TIMED: Readonly<Record<string, string>> = {
  marketing_assets: 'verdict.live_cents',
  advertising_owed: 'verdict.spend_cents',
  payments_on_their_way: 'line.payment_fee',
}

/** A line of profit, a total of the verdict, or what cash is early or late by. */
function lineBasis(line: string, basis: RunBasis): Basis | null {
  if (TIMED[line]) return figureBasis(basis, TIMED[line])
  return figureBasis(basis, `line.${line}`) ?? figureBasis(basis, `verdict.${line}_cents`)
}

export const CHANNELS_SQL = `
  select v.*, w.waste_bps, w.saturation_loss_cents
  from finance.channel_verdict as v
  left join (
    select channel, sum(saturation_loss_cents) as saturation_loss_cents,
      bps_or_null(sum(waste_cents), sum(spend_cents)) as waste_bps
    from finance.waste_statement
    group by channel
  ) as w on w.channel = v.channel
  order by v.spend_cents desc, v.channel`

export const BALANCES_SQL = `
  select account, closing_cents
  from finance.balance_sheet
  where month = (select max(month) from finance.balance_sheet)
  order by side, account`

export const LOSSES_SQL = 'select * from finance.loss_shares order by subjects desc'

/**
 * Reads the statement of a run.
 *
 * @throws InputError when the stages have not run through judgment
 */
export async function readStatement(workbench: Workbench): Promise<Statement> {
  const judgment = await readJudgment(workbench)
  const basis = await readBasis((sql) => workbench.rows(sql))
  const [subscriptions] = await workbench.rows<SubscriptionStatement>(
    'select subscribers, closing_cents from finance.mrr_bridge order by month desc limit 1',
  )
  return {
    head: await readHead(workbench),
    notation: workbench.notation,
    verdict: await readVerdict(workbench),
    metrics: await readKeyMetrics(workbench),
    held: await readHeldForSellers(workbench),
    lines: shownLines(
      (await workbench.rows<Omit<StatementLine, 'basis'>>(LINES_SQL)).map((row) => ({
        ...row,
        basis: lineBasis(row.line, basis),
      })),
    ),
    channels: await workbench.rows(CHANNELS_SQL),
    months: await workbench.rows(MONTHS_SQL),
    balances: await workbench.rows(BALANCES_SQL),
    flows: await workbench.rows(FLOWS_SQL),
    growth: await readGrowth(workbench),
    cash: await readCashDetail(workbench),
    subscriptions: subscriptions!,
    losses: await workbench.rows(LOSSES_SQL),
    sellers: await readSellerSide(workbench),
    judgment,
    basis,
    notes: await readNotes(workbench),
    ledger: await readLedger(workbench),
    comparisons: await readComparisons(workbench),
    assumptions: workbench.assumptionRows(),
    decisions: workbench.record?.artifacts.decisions
      ? await readRunDecisions(workbench)
      : undefined,
  }
}

/** Lines on which nothing stands are left out; without fixed costs and taxes, so is the operating result. */
function shownLines(lines: readonly StatementLine[]): readonly StatementLine[] {
  const shown = lines.filter((row) => row.cohort_cents || row.recognised_cents || row.timing_cents)
  const [before, last] = shown.slice(-2)
  return before?.line === 'contribution_after_marketing' && last?.line === 'operating_result'
    ? shown.slice(0, -1)
    : shown
}
