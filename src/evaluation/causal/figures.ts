import { renderFigure, type VegaLiteSpec } from '../../notebook/index.js'
import type { MethodSummary } from './summary.js'
import type { TruthTest } from './truth-test.js'

/** A figure of the truth test and the name of its file. */
export interface TruthFigure {
  readonly file: string
  readonly svg: string
}

/** By kind of budget: how far channels were from the truth, and how often ranges held it. */
export async function truthFigures({ methods }: TruthTest): Promise<TruthFigure[]> {
  const friendly = methods.filter(({ harvesting }) => !harvesting)
  const fits = friendly.filter(({ method }) => method === 'fit')
  const errors = friendly.filter(({ method }) => ['fit', 'ols', 'bridge'].includes(method))
  return [
    {
      file: 'channel-error.svg',
      svg: await renderFigure(
        bars(
          errors,
          ({ channelError }) => channelError,
          'Error of channels over true orders, median world',
          '.0%',
        ),
        {
          caption: 'Error of what channels are said to have caused, by kind of budget',
        },
      ),
    },
    {
      file: 'coverage.svg',
      svg: await renderFigure(
        bars(
          fits,
          ({ coverage90 }) => coverage90,
          'Share of channels whose 90% range holds the truth',
          '.0%',
        ),
        {
          caption: 'How often ranges of 90% hold the truth, by kind of budget',
        },
      ),
    },
  ]
}

const NAMES: Readonly<Record<string, string>> = {
  ols: 'OLS on clicks',
  bridge: 'attribution as causal',
}

function bars(
  rows: readonly MethodSummary[],
  value: (row: MethodSummary) => number,
  title: string,
  format: string,
): VegaLiteSpec {
  const values = rows.map((row) => ({
    budgets: row.plan,
    by: NAMES[row.method] ?? (row.tests ? 'fit, a test each' : 'fit'),
    value: value(row),
  }))
  const by = [...new Set(values.map((row) => row.by))]
  const y = { field: 'budgets', type: 'nominal', sort: null, title: 'Budgets' }
  const offset = { field: 'by', sort: by }
  const x = { field: 'value', type: 'quantitative', title, axis: { format } }
  const described = values.map(
    (row) => `${row.budgets}, ${row.by}: ${(100 * row.value).toFixed(0)}%`,
  )
  return {
    description: `${title}. ${described.join('; ')}.`,
    width: 560,
    height: { step: 14 },
    data: { values },
    encoding: { y, yOffset: offset, x },
    layer: [
      { mark: 'bar', encoding: { color: { field: 'by', type: 'nominal', sort: by, title: null } } },
      {
        mark: { type: 'text', align: 'left', dx: 4 },
        encoding: { text: { field: 'value', type: 'quantitative', format } },
      },
    ],
  }
}
