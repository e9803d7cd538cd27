import type { StagingTable } from '../schema/staging.js'

/**
 * Where the canonical observation comes from, as data: which raw column, and how its text is read.
 * Staging views are not made from it, so that a check or a law made from it is a second path.
 */
export interface Origins {
  readonly rows: Partial<Readonly<Record<StagingTable, RowOrigin>>>
  readonly amounts: readonly AmountOrigin[]
  readonly values: readonly ValueOrigin[]
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

/** A moment or a word of one canonical row, and the raw column that states it. */
export interface ValueOrigin {
  /** e.g. `orders.purchased_at`. */
  readonly to: `${StagingTable}.${string}`
  readonly table: string
  readonly column: string
  /** The raw column that names the canonical row (its first key column). */
  readonly key: string
  readonly reads: ValueFormat
}

/**
 * How a value is read. `moment`: `pattern` of YYYY MM DD hh mm ss, a text longer than the pattern is
 * cut (a zone offset); `zone` is where the text is written, when that is not where the shop is.
 */
export type ValueFormat =
  | { readonly as: 'text' }
  | {
      readonly as: 'moment'
      readonly pattern: string
      readonly zone?: string
      readonly to?: string
    }

/** What should hold of a raw table: checked before anything is built. */
export type Expectation = { readonly severity?: 'error' | 'warning' } & (
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
