import type { Ground } from '../../schema/basis.js'
import {
  isRevenue,
  type ProfitLine,
  profitLines,
  sectionNumber,
} from '../../schema/finance/profit-lines.js'

/** The profit and loss of one month, by purchase cohort. */
export interface MonthStatement {
  readonly month: Date
  readonly orders: number
  readonly gmv_cents: number
  readonly revenue_cents: number
  readonly fulfilment_cents: number
  readonly acquisition_cost_cents: number
  readonly waste_cents: number
  readonly contribution_after_marketing_cents: number
}

const isFulfilment = (line: ProfitLine) => !isRevenue(line) && sectionNumber(line) <= 2
const isWaste = ({ sign, section }: ProfitLine) =>
  sign < 0 && section === 'contribution_after_marketing'

/** Lines added up as SQL, those of the other sign taken off. */
const sumOf = (isPart: (line: ProfitLine) => boolean, sign: ProfitLine['sign']) =>
  profitLines
    .filter(isPart)
    .map((line) => `${line.sign === sign ? '+' : '-'} ${line.id}_cents`)
    .join(' ')

export const MONTHS_SQL = `
  select start_date as month, orders, gmv_cents,
    ${sumOf(isRevenue, 1)} as revenue_cents,
    ${sumOf(isFulfilment, -1)} as fulfilment_cents,
    acquisition_cost_cents,
    ${sumOf(isWaste, -1)} as waste_cents,
    contribution_after_marketing_cents
  from finance.pnl_periods
  where basis = 'cohort' and period = 'month'
  order by start_date`

const groundsOf = (isPart: (line: ProfitLine) => boolean): Ground[] =>
  profitLines.filter(isPart).flatMap(({ restsOn }) => restsOn)

/** What the sums of lines are made from. */
export const monthGrounds: Readonly<Record<string, readonly Ground[]>> = {
  revenue_cents: groundsOf(isRevenue),
  fulfilment_cents: groundsOf(isFulfilment),
  waste_cents: groundsOf(isWaste),
}
