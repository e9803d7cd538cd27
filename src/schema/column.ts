/** The SQL types a published table may use: the ones that DuckDB and ClickHouse both have. */
export type ColumnType =
  | 'VARCHAR'
  | 'BIGINT'
  | 'INTEGER'
  | 'DOUBLE'
  | 'BOOLEAN'
  | 'DATE'
  | 'TIMESTAMP'

/** A published table: its grain, and its columns in order. */
export interface TableSchema {
  /** What one row is: the columns that are unique together. Empty where rows are free-form. */
  readonly grain: readonly string[]
  /** What one row stands for, in words. */
  readonly about: string
  readonly columns: Readonly<Record<string, ColumnType>>
  /** The table may be absent. Default false. */
  readonly optional?: boolean
}

/** The tables of one artifact by name. */
export type ArtifactSchema = Readonly<Record<string, TableSchema>>
