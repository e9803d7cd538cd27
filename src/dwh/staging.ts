import type { Assumptions } from '../assumptions/index.js'
import { type Database, type Engine, identifier } from '../engine/index.js'
import { type StagingTable, stagingColumns, stagingTables } from '../schema/staging.js'
import {
  adStaging,
  type CampaignRule,
  type DoubledDays,
  type Lack,
  lackOfApartness,
  lackOfPlace,
  lackOfUnread,
  lacksOf,
  lacksOfItems,
  type RawTables,
  rawTables,
  type Source,
  type Staging,
} from '../sources/index.js'

/** The observation as the models see it, and what is missing in it. */
export interface Observation {
  readonly source: Source
  readonly raw: RawTables
  readonly lacks: readonly Lack[]
  /** The canonical tables that some file supplies. */
  readonly supplied: ReadonlySet<StagingTable>
}

/** What several models and checks read: its text is parsed once here. A cluster writes no copy of it. */
const readOften: ReadonlySet<StagingTable> = new Set([
  'orders',
  'order_items',
  'payments',
  'customers',
  'sellers',
  'products',
])

/**
 * Makes a temporary table or view `stg_<table>` of every canonical table over `raw`. What no file
 * supplies is derived where other files tell it, else empty.
 */
export async function createStaging(
  db: Database,
  engine: Engine,
  source: Source,
  assumptions: Assumptions,
): Promise<Observation> {
  const raw = await rawTables(db)
  const staging = suppliedSql(source, raw, assumptions)
  for (const table of stagingTables) {
    const select = staging[table] ?? derived[table] ?? empty(table)
    if (engine === db && readOften.has(table))
      await engine.makeTable(`stg_${table}`, select, 'temporary')
    else await engine.makeView(`stg_${table}`, select)
  }
  const supplied = new Set(Object.keys(staging) as StagingTable[])
  const unread = await db.all<{ file_name: string }>('select file_name from raw.unknown_files')
  const lacks = [
    ...lackOfUnread(unread.map(({ file_name }) => file_name)),
    ...lacksOf(source, staging),
    ...(await lackOfPlace(source, db, assumptions)),
    ...(await itemsLacked(source, engine)),
    ...lackOfApartness(await engine.rows<DoubledDays>(DOUBLED_DAYS)),
  ]
  return { source, raw, lacks, supplied }
}

const DOUBLED_DAYS = `
  select channel, count(*) as days, min(first_file) as first_file, max(last_file) as last_file
  from (
    select channel, date, min(file_name) as first_file, max(file_name) as last_file
    from stg_marketing_spend
    group by channel, date
  ) as days
  where first_file <> last_file
  group by channel
  order by channel`

async function itemsLacked(source: Source, engine: Engine): Promise<Lack[]> {
  const [count] = await engine.rows<{ items: number; costed: number; sold: number }>(
    `select count(*) as items, count(cost_cents) as costed,
       count(case when seller_id <> 'own' then 1 end) as sold
     from stg_order_items`,
  )
  const { items, costed, sold } = count!
  return lacksOfItems(source, {
    items: Number(items),
    costed: Number(costed),
    sold: Number(sold),
  })
}

/** The SELECT over `raw` that makes each canonical table that some file supplies. */
export function suppliedSql(source: Source, raw: RawTables, assumptions: Assumptions): Staging {
  const own = source.staging(raw)
  const staging: Staging = {
    ...own,
    ...present('marketing_spend', allSpend(adStaging(raw, campaignRules(assumptions)), own)),
    ...present('lift_tests', raw.has('lift_tests') ? LIFT_TESTS : undefined),
  }
  return { ...staging, ...present('orders', withAssumedDelivery(source, staging.orders)) }
}

/** The lines of spend of a folder: those of ad platforms, and those of a file that a map names. */
function allSpend(ads: string | undefined, own: Staging): string | undefined {
  const parts = [ads, own.marketing_spend].filter((sql) => sql !== undefined)
  return parts.length > 0 ? parts.join('\nunion all\n') : undefined
}

function present(table: StagingTable, sql: string | undefined): Staging {
  return sql === undefined ? {} : { [table]: sql }
}

function campaignRules(assumptions: Assumptions): CampaignRule[] {
  return assumptions.members('dwh.campaign_rules').map((rule) => {
    const text = (field: string) => assumptions.text(`dwh.campaign_rules.${rule}.${field}`)
    return { platform: text('platform'), contains: text('contains'), channel: text('channel') }
  })
}

/** Where no file tells deliveries, a delivered order came so many days after its purchase. */
function withAssumedDelivery(source: Source, sql?: string): string | undefined {
  if (sql === undefined || !source.lacks.includes('orders.delivered_at')) return sql
  const columns = Object.keys(stagingColumns.orders).map((column) => {
    const days = { handed_over_at: 'hand_over_days', delivered_at: 'delivery_days' }[column]
    if (days === undefined) return `observed.${column} as ${column}`
    return `coalesce(observed.${column}, case when observed.order_status = 'delivered'
      then observed.purchased_at + to_days(cast(params.${days} as integer)) end) as ${column}`
  })
  return `select ${columns.join(', ')} from (${sql}) as observed cross join params`
}

/** What other files tell of a table that none supplies. */
const derived: Staging = {
  customers: `select distinct customer_id, customer_id as customer_unique_id,
      cast(null as varchar) as zip_code_prefix, cast(null as varchar) as city,
      cast(null as varchar) as state
    from stg_orders where customer_id <> 'unknown'`,
  sellers: `select distinct seller_id, cast(null as varchar) as zip_code_prefix,
      cast(null as varchar) as city, cast(null as varchar) as state
    from stg_order_items where seller_id <> ''`,
  products: `select distinct product_id, cast(null as varchar) as category,
      cast(null as varchar) as category_english, cast(null as integer) as weight_g,
      cast(null as integer) as photos
    from stg_order_items where product_id <> ''`,
  payments: `select order_id, 1 as payment_sequential, 'not_defined' as payment_type,
      1 as installments, cast(sum(price_cents + freight_cents) as bigint) as payment_cents
    from stg_order_items group by order_id`,
}

const LIFT_TESTS = `select trim(channel) as channel,
    cast(to_timestamp_or_null(first_date) as date) as first_date,
    cast(to_timestamp_or_null(last_date) as date) as last_date,
    to_double_or_null(trim(spend_factor)) as spend_factor,
    to_double_or_null(trim(lift_orders)) as lift_orders,
    to_double_or_null(trim(standard_error)) as standard_error
  from raw.lift_tests`

function empty(table: StagingTable): string {
  const columns = Object.entries(stagingColumns[table]).map(
    ([name, type]) => `cast(null as ${type}) as ${identifier(name)}`,
  )
  return `select ${columns.join(', ')} where false`
}
