import { type Parameter, positive } from '../parameter.js'

const model = 'Choice of this model'

export const half: Parameter = {
  field: 'curve_half',
  unit: 'number',
  value: 1,
  min: 0.001,
  max: 1_000,
  why: 'the multiple of capacity where half the most is reached; 1 keeps the first clicks at the full rate',
  source: model,
  ...positive,
}

export const rate: Parameter = {
  field: 'curve_rate',
  unit: 'number',
  value: 1,
  min: 0.001,
  max: 1_000,
  why: 'how fast the curve approaches its end',
  source: model,
  ...positive,
}

export const slope: Parameter = {
  field: 'curve_slope',
  unit: 'number',
  value: 1,
  min: 0.1,
  max: 10,
  why: 'steepness; above 1 a first impression alone convinces nobody (an S)',
  source: model,
  ...positive,
}
