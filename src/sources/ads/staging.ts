import { identifier, literal } from '../../engine/index.js'
import type { Expectation } from '../origins.js'
import type { RawTables } from '../source.js'
import { googleAds, META_SPEND, metaAds, partsOf } from './files.js'

/** Which channel a campaign belongs to. */
export interface CampaignRule {
  /** `any`, or the platform whose campaigns are meant. */
  readonly platform: string
  /** Part of the campaign's name, whatever its case. */
  readonly contains: string
  readonly channel: string
}

/** Where one file of spend keeps what. */
interface SpendColumns {
  readonly table: string
  readonly date: string
  readonly spend: string
  readonly impressions: string
  readonly clicks: string
  /** The channel, as SQL. */
  readonly channel: string
  /** The campaign, as SQL. */
  readonly campaign: string
  /** Whether a platform writes it: where it counts something, what it leaves blank is none. */
  readonly isReport?: boolean
  /** What is true of a line of totals, as SQL: it is no day. */
  readonly isTotal?: string
}

/**
 * The canonical spend of a folder: the lines of every file of spend that is there, one for one.
 *
 * @param rules the first that fits names a campaign's channel; where none does, the platform is it
 * @returns undefined where there is no such file
 */
export function adStaging(raw: RawTables, rules: readonly CampaignRule[]): string | undefined {
  const parts = filesOf(raw, rules).map(selectSpend)
  return parts.length > 0 ? parts.join('\nunion all\n') : undefined
}

/** What the files of spend that are there must be like. */
export function adExpectations(raw: RawTables): Expectation[] {
  return [...byDay(raw), ...apart(raw), ...filesOf(raw, []).flatMap(readableSpend(raw))]
}

/** An export of Meta that is not broken down by day sums days that nobody can tell apart. */
function byDay(raw: RawTables): Expectation[] {
  return partsOf(metaAds, raw.keys())
    .filter((table) => !raw.get(table)!.includes('Day'))
    .map((table) => ({
      check: 'holds',
      id: `${table}_by_day`,
      table,
      statement:
        'Reporting starts and Reporting ends are the same day; break the export down by day (Breakdown, By time, Day)',
      expression: `"Reporting starts" = "Reporting ends"`,
      key: ['Reporting starts', 'Reporting ends', 'Campaign name'],
    }))
}

/** A day that stands in two reports of a platform would be spent twice. */
function apart(raw: RawTables): Expectation[] {
  return [googleReports(raw, []), metaReports(raw, [])].flatMap((reports) =>
    reports.slice(1).map(({ table, date, isTotal = 'false' }, i) => {
      const earlier = reports.slice(0, i + 1)
      const days = earlier.map(
        (other) => `select ${identifier(other.date)} from raw.${identifier(other.table)}`,
      )
      return {
        check: 'holds' as const,
        id: `${table}_days_of_its_own`,
        table,
        statement:
          'no day stands in two reports of a platform: its spend would count twice; export each period once, or remove one of the files',
        expression: `${identifier(date)} is null or (${isTotal})
          or ${identifier(date)} not in (select * from (${days.join(' union all ')}) as days (day) where day is not null)`,
        key: [date],
      }
    }),
  )
}

function readableSpend(raw: RawTables): (file: SpendColumns) => Expectation[] {
  return ({ table, date, spend, impressions, clicks, isTotal = 'false' }) => {
    const readable = (column: string, cast: string, normal: string): Expectation => ({
      check: 'readable',
      table,
      column,
      cast,
      key: [date],
      normal,
    })
    const counts = [impressions, clicks].filter((column) => raw.get(table)!.includes(column))
    return [
      {
        check: 'holds',
        id: `not_null_raw_${table}_${date}`,
        table,
        statement: `${date} has a value`,
        expression: `trim(${identifier(date)}) <> '' or (${isTotal})`,
        key: [spend],
      },
      readable(date, 'to_timestamp_or_null', `case when ${isTotal} then '' else x end`),
      readable(spend, 'to_cents_or_null', plainNumber('x')),
      ...counts.map((column) => readable(column, 'to_integer_or_null', plainNumber('x'))),
    ]
  }
}

function filesOf(raw: RawTables, rules: readonly CampaignRule[]): SpendColumns[] {
  return [
    ...(raw.has('marketing_spend') ? [ownFile] : []),
    ...googleReports(raw, rules),
    ...metaReports(raw, rules),
  ]
}

const ownFile: SpendColumns = {
  table: 'marketing_spend',
  date: 'date',
  spend: 'spend',
  impressions: 'impressions',
  clicks: 'clicks',
  channel: 'trim(channel)',
  campaign: 'cast(null as varchar)',
}

function googleReports(raw: RawTables, rules: readonly CampaignRule[]): SpendColumns[] {
  return partsOf(googleAds, raw.keys()).map((table) => ({
    table,
    date: 'Day',
    spend: 'Cost',
    impressions: 'Impr.',
    clicks: 'Clicks',
    channel: channelOf('google_ads', 'Campaign', rules),
    campaign: 'trim("Campaign")',
    isTotal: isTotal(raw.get(table)![0]!),
    isReport: true,
  }))
}

/** A line of totals says so in place of its day, or in the first column and names no day. */
function isTotal(firstColumn: string): string {
  const says = (column: string) => `lower(trim(${identifier(column)})) like 'total%'`
  return `coalesce(${says('Day')}, false)
    or coalesce(${says(firstColumn)} and coalesce(trim("Day"), '') in ('', '-', '--'), false)`
}

function metaReports(raw: RawTables, rules: readonly CampaignRule[]): SpendColumns[] {
  return partsOf(metaAds, raw.keys()).map((table) => {
    const columns = raw.get(table)!
    return {
      table,
      date: columns.includes('Day') ? 'Day' : 'Reporting starts',
      spend: columns.find((name) => META_SPEND.test(name))!,
      impressions: 'Impressions',
      clicks: 'Link clicks',
      channel: channelOf('meta_ads', 'Campaign name', rules),
      campaign: 'trim("Campaign name")',
      isReport: true,
    }
  })
}

function channelOf(platform: string, column: string, rules: readonly CampaignRule[]): string {
  const name = identifier(column)
  const cases = rules
    .filter((rule) => rule.platform === 'any' || rule.platform === platform)
    .map(
      ({ contains, channel }) =>
        `when position(${literal(contains.toLowerCase())} in lower(${name})) > 0 then ${literal(channel)}`,
    )
  return cases.length > 0 ? `case ${cases.join(' ')} else '${platform}' end` : `'${platform}'`
}

function selectSpend(file: SpendColumns): string {
  const { table, date, channel, campaign, isReport, isTotal } = file
  const number = (column: string, cast: string) => `${cast}(${plainNumber(identifier(column))})`
  const counted = (column: string) => {
    const count = `cast(${number(column, 'to_integer_or_null')} as bigint)`
    if (!isReport) return count
    const counts = `select count(${number(column, 'to_integer_or_null')}) from raw.${identifier(table)}`
    return `coalesce(${count}, case when (${counts}) > 0 then cast(0 as bigint) end)`
  }
  return `select
    ${literal(table)} as file_name,
    cast(to_timestamp_or_null(${identifier(date)}) as date) as date,
    ${channel} as channel,
    ${campaign} as campaign,
    coalesce(${number(file.spend, 'to_cents_or_null')}, 0) as spend_cents,
    ${counted(file.impressions)} as impressions,
    ${counted(file.clicks)} as clicks
  from raw.${identifier(table)}${isTotal ? `\n  where not (${isTotal})` : ''}`
}

/** A number without a currency's sign before it and commas between thousands; dashes are none. */
function plainNumber(x: string): string {
  const bare = `replace(trim(${x}), ',', '')`
  return `nullif(nullif(case when regexp_matches(${bare}, '^[^0-9.-]{1,4}[0-9]')
    then regexp_replace(${bare}, '^[^0-9.-]+', '') else ${bare} end, '--'), '')`
}
