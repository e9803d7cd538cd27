import type { StageName } from '../schema/artifact-names.js'

export type AssumptionValue = number | string | boolean | readonly number[]

/** What a value counts, and how it is written. */
export const units = {
  bps: { words: 'basis points', integer: true, hint: '3.5% is 350' },
  cents: {
    words: 'minor units of the currency',
    integer: true,
    hint: '12.50 is 1250 where the currency has two decimals',
  },
  days: { words: 'days', integer: true, hint: 'write a whole number' },
  months: { words: 'months', integer: true, hint: 'write a whole number' },
  clicks: { words: 'clicks', integer: true, hint: 'write a whole number' },
  impressions: { words: 'impressions', integer: true, hint: 'write a whole number' },
  count: { words: 'a whole number', integer: true, hint: 'write a whole number' },
  millionths: { words: 'millionths', integer: true, hint: 'one half is 500000' },
  ratio: { words: 'a ratio', integer: false, hint: 'one half is 0.5' },
  factor: { words: 'a multiplier', integer: false, hint: 'unchanged is 1, doubled is 2' },
  number: { words: 'a number', integer: false, hint: 'write a decimal number with a point' },
  choice: { words: 'one of these words', integer: false, hint: 'write one of them' },
  text: { words: 'text', integer: false, hint: 'write some text' },
  date: { words: 'a date', integer: false, hint: 'write it as YYYY-MM-DD, or empty for none' },
  month_day: { words: 'a day of the year', integer: false, hint: 'write it as MM-DD' },
  currency: {
    words: 'an ISO 4217 currency code',
    integer: false,
    hint: 'write three capital letters, e.g. EUR',
  },
  country: {
    words: 'an ISO 3166-1 country code',
    integer: false,
    hint: 'write two capital letters, e.g. DE',
  },
  locale: {
    words: 'a BCP 47 locale',
    integer: false,
    hint: 'write a language and, where it matters, a country, e.g. en-GB',
  },
  colour: {
    words: '#rrggbb',
    integer: false,
    hint: 'write six hexadecimal digits behind #, or empty for any free one',
  },
  flag: { words: 'true or false', integer: false, hint: 'write true or false' },
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
  readonly members: Readonly<Record<string, Readonly<Record<string, AssumptionValue>>>>
  /** Why a member's own value, and where it comes from, by member and field. */
  readonly notes?: Readonly<Record<string, Readonly<Record<string, Note>>>>
  /** Members are always those of this other collection. */
  readonly follows?: string
  /** Fields of which a new member needs one: a misspelt name of a known member has none of them. */
  readonly newMemberNeeds?: readonly string[]
}

/** What replaces a definition's why, and its source, for one member. */
export interface Note {
  readonly why: string
  readonly source?: string
}

/** The part of the registry that one stage declares. */
export interface Declarations {
  readonly definitions: readonly Definition[]
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
