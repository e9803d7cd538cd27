import type { StagingTable } from '../schema/staging.js'

/**
 * Where the canonical observation comes from, as data: which raw column, and how its text is read.
 * Staging views are not made from it, so that a check or a law made from it is a second path.
 */
export interface Origins {
  readonly rows: Partial<Readonly<Record<StagingTable, RowOrigin>>>
  readonly amounts: readonly AmountOrigin[]
  readonly values: readonly MomentOrigin[]
  /** Of a flat export: what its lines say beside amounts and moments. */
  readonly lines?: LineOrigin
  /** What the raw tables must be like, or should be like. */
  readonly expectations: readonly Expectation[]
}

/** Which rows of a raw table a canonical table has: one for each, or one for each value. */
export interface RowOrigin {
  readonly table: string
  /** Columns whose every combination gives one row. Default: each row of the table gives one. */
  readonly each?: readonly string[]
  /** Only rows in which this column has a value. */
  readonly filled?: string
  /** Only rows (of `each`: groups) in which this column holds one of these values, in any case. */
  readonly only?: { readonly column: string; readonly values: readonly string[] }
}

/** How the text of a money column is written. */
export interface MoneyFormat {
  /** Default a point. */
  readonly decimal?: '.' | ','
  /** Between thousands; none where undefined. */
  readonly grouping?: '.' | ',' | ' ' | "'"
}

/** What one order has in money, as its lines in a raw table state it. */
export interface AmountOrigin {
  /** The canonical column, summed over the order. */
  readonly to: 'order_items.price_cents' | 'order_items.freight_cents' | 'payments.payment_cents'
  readonly table: string
  /** The raw column that names the order. */
  readonly order: string
  readonly terms: readonly AmountTerm[]
  readonly format?: MoneyFormat
  /** The sum is 0 where its terms come to less. */
  readonly isFloored?: boolean
  readonly only?: RowOrigin['only']
}

/** One column of a sum. */
export interface AmountTerm {
  readonly column: string
  readonly sign: 1 | -1
  /** A column that multiplies it, e.g. a quantity. */
  readonly times?: string
  /** `line`: every line of the order counts; `order`: it states the whole order, once or repeated. */
  readonly per: 'line' | 'order'
}

/**
 * A moment of an order, and the raw column that states it: `pattern` of YYYY MM DD hh mm ss; a text
 * longer than the pattern is cut (a zone offset); `zone` is where the text is written, when that is not
 * where the shop is (`to`).
 */
export interface MomentOrigin {
  /** e.g. `orders.purchased_at`. */
  readonly to: `${StagingTable}.${string}`
  readonly table: string
  readonly column: string
  readonly pattern: string
  readonly zone?: { readonly file: string; readonly shop: string }
}

/**
 * The columns of a flat export: one line an item, what an order says on one of its lines or on all.
 * Of several columns the first with a text counts.
 */
export interface LineOrigin {
  readonly table: string
  /** Names the order. */
  readonly order: string
  /** What a line weighs when the goods of its order are split; a line without it sells nothing. */
  readonly weight:
    | { readonly column: string; readonly times?: string }
    | { readonly constant: string }
  readonly format?: MoneyFormat
  /** Freight of the line itself, where lines have their own. */
  readonly freight?: string
  /**
   * What the line cost the shop, where some file tells. `of`: the column stands in another table, in the
   * rows whose `key` is the line's `by`; rows that say different things say nothing.
   */
  readonly cost?:
    | {
        readonly column: string
        readonly times?: string
        readonly of?: { readonly table: string; readonly key: string; readonly by: string }
      }
    | { readonly constant: string }
  /** Joined, they tell lines of one product and weight apart. */
  readonly key: readonly string[]
  readonly product: readonly Said[]
  readonly seller: readonly Said[]
  /** The person; it stands in the warehouse as a hash. None: every order is a person of its own. */
  readonly person: readonly Said[]
  /** `isPadded`: one of fewer than five digits has lost its leading zeros; an apostrophe is none of it. */
  readonly zip: { readonly said: readonly Said[]; readonly isPadded: boolean }
  readonly city: readonly Said[]
  readonly state: readonly Said[]
  readonly status: WordOrigin
  readonly paymentType: WordOrigin
}

/** A column, or one text for all lines. */
export type Said = string | { readonly constant: string }

/** The canonical word of a line: that of the first case that fits, else `otherwise`. */
export interface WordOrigin {
  /** A line where this column is empty says nothing. */
  readonly filled?: string
  readonly cases: readonly WordCase[]
  /** A word, or a column whose own word stands, in small letters. */
  readonly otherwise: { readonly word: string } | { readonly column: string }
}

/** A column has a text (of these, in small letters; of this pattern), and what that means. */
export interface WordCase {
  readonly column: string
  readonly values?: readonly string[]
  /** A regular expression that some part of the text, in small letters, fits. */
  readonly pattern?: string
  readonly word: string
}

/** What should hold of a raw table: checked before anything is built. */
export type Expectation = {
  readonly severity?: 'error' | 'warning'
  /** What is allowed and what to do, where it does not hold. */
  readonly remedy?: string
} & (
  | { readonly check: 'unique'; readonly table: string; readonly columns: readonly string[] }
  | {
      readonly check: 'filled'
      readonly table: string
      readonly column: string
      readonly key: readonly string[]
    }
  | {
      readonly check: 'holds'
      readonly id: string
      readonly table: string
      readonly statement: string
      /** SQL that is true of every row. */
      readonly expression: string
      readonly key: readonly string[]
    }
  | {
      readonly check: 'readable'
      readonly table: string
      readonly column: string
      /** The engine's cast that must read it. */
      readonly cast: string
      readonly key: readonly string[]
      /** A SQL expression over `x` that brings the text into the cast's form. Default: as it is. */
      readonly normal?: string
    }
  | {
      readonly check: 'known'
      readonly table: string
      readonly column: string
      readonly to: string
    }
)
