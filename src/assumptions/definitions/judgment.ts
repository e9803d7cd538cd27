import type { Declarations } from '../definition.js'

const source = 'Choice of this model; audit practice calls 5% of a figure material'

export const judgmentDeclarations: Declarations = {
  stage: 'judgment',
  definitions: [
    {
      id: 'judgment.warning_bps',
      value: 1,
      unit: 'bps',
      min: 0,
      max: 10_000,
      why: 'A defect of the data is warned of when the money it touches reaches this share of the figure it distorts',
      source,
    },
    {
      id: 'judgment.critical_bps',
      value: 500,
      unit: 'bps',
      min: 0,
      max: 10_000,
      why: 'From this share on, the figure is not to be used for decisions. A broken pipeline needs no share',
      source,
    },
  ],
  collections: [],
}
