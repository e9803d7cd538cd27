import type { SourceFile } from '../schema/raw.js'
import type { StagingTable } from '../schema/staging.js'
import type { Origins } from './origins.js'

/** The raw tables that are there, each with its columns. */
export type RawTables = ReadonlyMap<string, readonly string[]>

/** One SELECT over `raw` a canonical table; what the source cannot tell is left out. */
export type Staging = Partial<Record<StagingTable, string>>

/** What a source may lack beside whole tables, because the files have no such column. */
export const optionalColumns = [
  'orders.delivered_at',
  'order_items.product_id',
  'order_items.freight_cents',
  'order_items.cost_cents',
] as const
export type OptionalColumn = (typeof optionalColumns)[number]

/** How the files of some shop become the canonical observation. */
export interface Source {
  readonly name: string
  /** What it reads, in one line. */
  readonly about: string
  /** How a person mapped its columns, as YAML; undefined where the source knows them. */
  readonly mapping?: string
  readonly files: readonly SourceFile[]
  /** The canonical views, from the tables that are there. */
  staging(raw: RawTables): Staging
  /** A SELECT of the `currency` and the `country` that its files name, one row, NULL for unknown. */
  readonly place?: string
  /** The column that counts as an item's seller, where shops of their own fill it as well. */
  readonly sellerColumn?: string
  /** Columns that no file of it has. */
  readonly lacks: readonly OptionalColumn[]
  /** Where canonical rows and columns come from, told apart from the SQL that makes them. */
  readonly origins: Origins
}
