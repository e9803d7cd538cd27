import { type Figure, panels, waterfall } from '../../notebook/index.js'
import type { Workbench } from '../../workbench/index.js'
import { dailyProfit, profitWaterfall } from '../views.js'

/** A figure of the statement, with its number and what it shows. */
export interface StatementFigure {
  readonly number: number
  readonly caption: string
  readonly figure: Figure
}

/** From GMV to what is left, and the contribution by day. */
export async function statementFigures(workbench: Workbench): Promise<StatementFigure[]> {
  const steps = await profitWaterfall(workbench)
  const days = await dailyProfit(workbench)
  return [
    {
      number: 1,
      caption: 'From what buyers ordered to what the business keeps.',
      figure: waterfall({ data: steps, step: 'step', value: 'amount_cents', total: 'is_total' }),
    },
    {
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
  ]
}
