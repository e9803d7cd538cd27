import type { StageName } from '../schema/artifact-names.js'

export type AssumptionValue = number | string | boolean | readonly number[]

const whole = (words: string, hint = 'write a whole number') => ({ words, integer: true, hint })
const other = (words: string, hint: string) => ({ words, integer: false, hint })

/** What a value counts, and how it is written. */
export const units = {
  bps: whole('basis points', '3.5% is 350'),
  cents: whole('minor units of the currency', '12.50 is 1250 where the currency has two decimals'),
  days: whole('days'),
  months: whole('months'),
  clicks: whole('clicks'),
  impressions: whole('impressions'),
  count: whole('a whole number'),
  millionths: whole('millionths', 'one half is 500000'),
  ratio: other('a ratio', 'one half is 0.5'),
  factor: other('a multiplier', 'unchanged is 1, doubled is 2'),
  number: other('a number', 'write a decimal number with a point'),
  choice: other('one of these words', 'write one of them'),
  text: other('text', 'write some text'),
  date: other('a date', 'write it as YYYY-MM-DD, or empty for none'),
  month_day: other('a day of the year', 'write it as MM-DD'),
  currency: other('an ISO 4217 currency code', 'write three capital letters, e.g. EUR'),
  country: other('an ISO 3166-1 country code', 'write two capital letters, e.g. DE'),
  locale: other('a BCP 47 locale', 'write a language and, where it matters, a country, e.g. en-GB'),
  colour: other('#rrggbb', 'write six hexadecimal digits behind #, or empty for any free one'),
  flag: other('true or false', 'write true or false'),
} as const
export type Unit = keyof typeof units

/**
 * One business assumption. An id with a `*` stands for the field of every member of a collection,
 * e.g. `market.channels.*.ctr_bps`.
 */
export interface Definition {
  readonly id: string
  /** The default. For a field of a collection: what a member has that says nothing. */
  readonly value: AssumptionValue
  readonly unit: Unit
  /** Allowed range of a number, ends included. */
  readonly min?: number
  readonly max?: number
  /** Allowed words of a choice. */
  readonly choices?: readonly string[]
  /** The value is a list of such numbers. Default false. */
  readonly list?: boolean
  /** A member that says nothing is called by its id in words. Default false. */
  readonly namesMember?: boolean
  /** Why this value. */
  readonly why: string
  /** Where it comes from. */
  readonly source: string
  /** Who uses it; a change makes that stage and those after it run again. */
  readonly stage: StageName
}

/**
 * What the value of an assumption rests on: `declared` by somebody (the registry or the analyst),
 * `observed` in the files of a run, `fitted` to what was observed.
 */
export type AssumptionBasis = 'declared' | 'observed' | 'fitted'

/** Why a value is not the registry's, in a word or three; empty where it is. */
export function changeWords(row: { isDefault?: boolean; basis?: AssumptionBasis }): string {
  if (row.isDefault !== false) return ''
  return { declared: 'changed', observed: 'from the files', fitted: 'fitted' }[
    row.basis ?? 'declared'
  ]
}

/** A named set of members with the same fields, e.g. the channels. */
export interface Collection {
  readonly id: string
  /** Default members: for each, the values that differ from the fields' defaults. */
  readonly members: Readonly<Record<string, Readonly<Record<string, AssumptionValue | Reasoned>>>>
  /** Members are always those of this other collection. */
  readonly follows?: string
  /** Fields of which a new member needs one: a misspelt name of a known member has none of them. */
  readonly newMemberNeeds?: readonly string[]
  /** A new name close to a known one is that one, misspelt. */
  readonly hasDistinctNames?: boolean
}

/** What a member has of its own: a value, a reason for it or for the field's, or both. */
export interface Reasoned {
  readonly value?: AssumptionValue
  readonly why?: string
}

/** The same where only a value, or nothing, is said. */
export function reasoned(own: AssumptionValue | Reasoned | undefined): Reasoned {
  if (own === undefined) return {}
  return typeof own === 'object' && 'why' in own ? own : { value: own as AssumptionValue }
}

/** A definition as it is written: of the stage that declares it, if it names no other. */
export type Spec = Omit<Definition, 'stage'> & Partial<Pick<Definition, 'stage'>>

/** The part of the registry that one stage declares. */
export interface Declarations {
  readonly stage: StageName
  readonly definitions: readonly Spec[]
  readonly collections: readonly Collection[]
}

/** What may stand for a value: e.g. `0..10000 (basis points)`. */
export function allowedWords(definition: Definition): string {
  const words = units[definition.unit].words
  const { min, max } = definition
  if (definition.choices) return definition.choices.join(', ')
  const many = definition.list ? 'a list of ' : ''
  if (min === undefined && max === undefined) return `${many}${words}`
  return `${many}${min ?? ''}..${max ?? ''} (${words})`
}
