import type { ArtifactSchema, ColumnType, TableSchema } from './column.js'

/** What stage 1 expects of one CSV file: its table, the names it may have, its header. */
export interface SourceFile {
  readonly table: string
  /** File name without `.csv` or `.csv.gz`; any of these. */
  readonly stems: readonly string[]
  readonly header: readonly string[]
  /** Columns of the header that the file may lack; they are then loaded as NULL. */
  readonly optionalColumns?: readonly string[]
  /** A run needs it; the others are loaded when they are there. */
  readonly required: boolean
}

const olist = (table: string, header: string, required = true): SourceFile => ({
  table,
  stems: [`olist_${table}_dataset`, table],
  header: header.split(' '),
  required,
})

/** Every file stage 1 knows. Headers are Olist's own, misspellings included. */
export const sourceFiles: readonly SourceFile[] = [
  olist(
    'orders',
    'order_id customer_id order_status order_purchase_timestamp order_approved_at order_delivered_carrier_date order_delivered_customer_date order_estimated_delivery_date',
  ),
  olist(
    'order_items',
    'order_id order_item_id product_id seller_id shipping_limit_date price freight_value',
  ),
  olist(
    'customers',
    'customer_id customer_unique_id customer_zip_code_prefix customer_city customer_state',
  ),
  olist('sellers', 'seller_id seller_zip_code_prefix seller_city seller_state'),
  olist(
    'products',
    'product_id product_category_name product_name_lenght product_description_lenght product_photos_qty product_weight_g product_length_cm product_height_cm product_width_cm',
  ),
  olist(
    'order_payments',
    'order_id payment_sequential payment_type payment_installments payment_value',
  ),
  olist(
    'order_reviews',
    'review_id order_id review_score review_comment_title review_comment_message review_creation_date review_answer_timestamp',
  ),
  olist(
    'geolocation',
    'geolocation_zip_code_prefix geolocation_lat geolocation_lng geolocation_city geolocation_state',
  ),
  {
    table: 'product_category_name_translation',
    stems: ['product_category_name_translation'],
    header: ['product_category_name', 'product_category_name_english'],
    required: true,
  },
  olist('marketing_qualified_leads', 'mql_id first_contact_date landing_page_id origin', false),
  olist(
    'closed_deals',
    'mql_id seller_id sdr_id sr_id won_date business_segment lead_type lead_behaviour_profile has_company has_gtin average_stock business_type declared_product_catalog_size declared_monthly_revenue',
    false,
  ),
  {
    table: 'marketing_spend',
    stems: ['marketing_spend'],
    header: ['date', 'channel', 'spend', 'impressions', 'clicks'],
    optionalColumns: ['impressions', 'clicks'],
    required: false,
  },
]

function rawTable(file: SourceFile): TableSchema {
  const columns: Record<string, ColumnType> = {}
  for (const name of file.header) columns[name] = 'VARCHAR'
  return {
    about: `One line of the ${file.table} file, every value as it stands there.`,
    grain: [],
    optional: !file.required,
    columns,
  }
}

/** `raw`: reality, before interpretation. */
export const rawSchema: ArtifactSchema = {
  ...Object.fromEntries(sourceFiles.map((file) => [file.table, rawTable(file)])),
  load_manifest: {
    about:
      'One file as it was loaded: lines = 1 (header) + rows_loaded + rows_rejected + blank_lines + continuation_lines.',
    grain: ['table_name'],
    columns: {
      table_name: 'VARCHAR',
      file_name: 'VARCHAR',
      sha256: 'VARCHAR',
      bytes: 'BIGINT',
      header: 'VARCHAR',
      rows_loaded: 'BIGINT',
      rows_rejected: 'BIGINT',
      lines: 'BIGINT',
      blank_lines: 'BIGINT',
      continuation_lines: 'BIGINT',
    },
  },
  load_rejects: {
    about: 'One line of a file that could not be loaded.',
    grain: ['file_name', 'line_number'],
    columns: {
      file_name: 'VARCHAR',
      line_number: 'BIGINT',
      line_text: 'VARCHAR',
      reason: 'VARCHAR',
    },
  },
  unknown_files: {
    about: 'One CSV file of the folder that belongs to no table and was not loaded.',
    grain: ['file_name'],
    columns: { file_name: 'VARCHAR' },
  },
}
