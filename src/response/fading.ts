/** One whole, in millionths. */
export const MILLION = 1_000_000

/** What a fading may depend on. */
export interface FadingParameters {
  /** Age at which `half_life` and `hyperbolic` stand at one half, in days >= 1. */
  readonly halfLifeDays: number
  /** Ages 0 to windowDays - 1 can serve. */
  readonly windowDays: number
  /** The values of `listed` by age, in millionths: first 1,000,000, never rising. */
  readonly listed: readonly number[]
}

/** One way in which something fades with age. */
export interface FadingKind {
  readonly words: string
  /** What is left at age a, with half-life h and window w. */
  readonly formula: string
  readonly source: string
  /** What is left at an age in days, in millionths; not rounded. */
  left(age: number, parameters: FadingParameters): number
}

/** Every way in which a click fades; to add one, name it here. */
export const fadings = {
  half_life: {
    words: 'The same share goes every day.',
    formula: '2^(-a / h)',
    source: 'Exponential decay',
    left: (age, { halfLifeDays }) => MILLION * 2 ** (-age / halfLifeDays),
  },
  hyperbolic: {
    words: 'Much goes at first, little later: 1, 1/2, 1/3 at a half-life of one day.',
    formula: '1 / (1 + a / h)',
    source: 'Mazur, "An adjusting procedure for studying delayed reinforcement" (1987)',
    left: (age, { halfLifeDays }) => MILLION / (1 + age / halfLifeDays),
  },
  linear: {
    words: 'The same number goes every day.',
    formula: '1 - a / w',
    source: 'A straight line',
    left: (age, { windowDays }) => MILLION * (1 - age / windowDays),
  },
  listed: {
    words: 'As a list says, one value a day.',
    formula: 'the value at position a',
    source: 'Whoever wrote the list',
    left: (age, { listed }) => listed[age]!,
  },
} as const satisfies Readonly<Record<string, FadingKind>>

export type FadingName = keyof typeof fadings
export const fadingNames = Object.keys(fadings) as FadingName[]
