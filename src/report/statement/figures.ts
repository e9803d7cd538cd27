import { type Figure, heatTable, panels, waterfall } from '../../notebook/index.js'
import type { Workbench } from '../../workbench/index.js'
import { dailyProfit, profitWaterfall } from '../views.js'
import type { Growth } from './growth.js'
import type { Statement } from './statement.js'

/** A figure of the statement, with its number and what it shows. */
export interface StatementFigure {
  /** The section that it stands in. */
  readonly section: 'profit-detail' | 'customers'
  readonly number: number
  readonly caption: string
  readonly figure: Figure
}

/** From GMV to what is left, and the contribution by day. */
export async function statementFigures(
  workbench: Workbench,
  { growth }: Statement,
): Promise<StatementFigure[]> {
  const steps = await profitWaterfall(workbench)
  const days = await dailyProfit(workbench)
  return [
    {
      section: 'profit-detail',
      number: 1,
      caption: steps.some(({ low_cents }) => low_cents != null)
        ? 'From what buyers ordered to what the business keeps. A mark from end to end: nine draws in ten, with every assumption anywhere in its range.'
        : 'From what buyers ordered to what the business keeps.',
      figure: waterfall({
        data: steps,
        step: 'step',
        value: 'amount_cents',
        total: 'is_total',
        range: { low: 'low_cents', high: 'high_cents' },
      }),
    },
    {
      section: 'profit-detail',
      number: 2,
      caption: 'Contribution after marketing by purchase day, and its running sum.',
      figure: panels({
        data: days,
        x: 'date',
        panels: [
          { y: 'contribution_after_marketing_cents', mark: 'bar', title: 'Daily' },
          { y: 'cumulated_cents', title: 'Cumulated' },
        ],
      }),
    },
    ...retentionFigure(growth),
  ]
}

/** None where no cohort is older than its first month. */
function retentionFigure({ retention }: Growth): StatementFigure[] {
  if (retention.length === 0) return []
  return [
    {
      section: 'customers',
      number: 3,
      caption: 'Share of each cohort that ordered again, by months since the first order.',
      figure: heatTable({
        data: retention.map((row) => ({ ...row, months_since: String(row.months_since) })),
        row: 'cohort',
        column: 'months_since',
        value: 'retention_bps',
        valueTitle: 'Ordered again',
        columnTitle: 'Months since the first order',
      }),
    },
  ]
}
