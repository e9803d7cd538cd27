import { type Parameter, positive } from '../parameter.js'

/** The share that is left of what was there a day before. */
export const decay: Parameter = {
  field: 'decay',
  unit: 'ratio',
  value: 0.5,
  min: 0,
  max: 0.99,
  why: 'the share that survives a day',
  source: 'A guess, wide range',
  fits: (value) => value >= 0 && value < 1,
  allowed: '0 <= decay < 1',
}

export const shape: Parameter = {
  field: 'shape',
  unit: 'number',
  value: 2,
  min: 0.05,
  max: 50,
  why: 'above 1 the effect builds up before it fades',
  source: 'Robyn',
  ...positive,
}

export const scale: Parameter = {
  field: 'scale',
  unit: 'number',
  value: 4,
  min: 0.05,
  max: 500,
  why: 'days until about 63% of the effect has passed',
  source: 'Robyn',
  ...positive,
}
