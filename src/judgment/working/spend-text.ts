import type { SqlSource } from '../../engine/index.js'
import { identifier } from '../../engine/index.js'
import { type FileFormat, type MappedColumn, readMap, type SpendMap } from '../../sources/index.js'
import type { Declared } from '../declared.js'
import { twoDigits, twoLetters } from './two-digits.js'
import { valuesOf, type WorkingTable } from './working-table.js'

/** One line of a file of spend, its values as text. */
interface Line {
  readonly date: string
  readonly channel: string
  readonly spend: string | null
  readonly impressions: string | null
  readonly clicks: string | null
}

type Ask = SqlSource['rows']
type Row = Readonly<Record<string, string | null>>

/** How numbers of the reports of ad platforms, and of the library's own file, are written. */
const PLAIN: Pick<FileFormat, 'decimal' | 'grouping'> = { decimal: '.', grouping: ',' }

/**
 * Spend by channel and day, added up from the text of every file of spend that is there. Impressions
 * and clicks of a day are null where a line of it does not tell them.
 */
export const statedSpend: WorkingTable = {
  name: 'stated_spend',
  uses: [],
  reads: ['dwh.fct_marketing_spend'],
  select: async (ask, declared) => {
    const minorUnits = declared.number('minor_units')
    const days = new Map<string, (string | number | null)[]>()
    const add = (lines: readonly Line[], format: Pick<FileFormat, 'decimal' | 'grouping'>) => {
      for (const { date, channel, spend, impressions, clicks } of lines) {
        const key = `${date} ${channel}`
        const [, , cents = 0, shown = 0, clicked = 0] = days.get(key) ?? []
        days.set(key, [
          channel,
          date,
          Number(cents) + Math.round((numberOf(spend, format) ?? 0) * minorUnits),
          plus(shown!, numberOf(impressions, format)),
          plus(clicked!, numberOf(clicks, format)),
        ])
      }
    }
    add(await platformLines(ask, declared), PLAIN)
    for (const { lines, format } of await mappedLines(ask)) add(lines, format)
    return valuesOf(
      {
        ...({ channel: 'varchar', date: 'date', spend_cents: 'bigint' } as const),
        ...({ impressions: 'bigint', clicks: 'bigint' } as const),
      },
      [...days.values()],
    )
  },
}

const plus = (sum: string | number | null, more: number | null) =>
  sum === null || more === null ? null : Number(sum) + more

/** A number as it is written, a currency's sign before it; null where there is none. */
function numberOf(
  text: string | null,
  { decimal, grouping }: Pick<FileFormat, 'decimal' | 'grouping'>,
): number | null {
  const bare = (text ?? '')
    .trim()
    .replaceAll(grouping ?? '', '')
    .replace(decimal, '.')
  const digits = /^[^0-9.-]{0,4}(-?[0-9.]+)$/.exec(bare)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The lines of a file, or of its parts. */
async function rowsOf(ask: Ask, file: string): Promise<readonly Row[]> {
  return (await partsOf(ask, file)).flat()
}

/** The lines of each part of a report; where it counts something, a blank or a dash is none. */
async function reportOf(ask: Ask, file: string, counts: readonly string[]): Promise<Row[]> {
  const isNumber = (row: Row, column: string) => numberOf(row[column] ?? null, PLAIN) !== null
  return (await partsOf(ask, file)).flatMap((rows) => {
    const counted = counts.filter((column) => rows.some((row) => isNumber(row, column)))
    return rows.map((row) => {
      const none = counted.filter((column) => !isNumber(row, column))
      return { ...row, ...Object.fromEntries(none.map((column) => [column, '0'])) }
    })
  })
}

async function partsOf(ask: Ask, file: string): Promise<(readonly Row[])[]> {
  const parts = await ask<{
    name: string
  }>(`select table_name as name from information_schema.tables
    where table_catalog = 'raw' and regexp_full_match(table_name, '${file}(_[0-9]+)?')`)
  return Promise.all(parts.map(({ name }) => ask<Row>(`select * from raw.${identifier(name)}`)))
}

const dayOf = (text: string | null | undefined) => (text ?? '').trim().slice(0, 10)

/** The lines of the library's own file, of Google Ads and of Meta Ads; totals are no days. */
async function platformLines(ask: Ask, declared: Declared): Promise<Line[]> {
  const own = (await rowsOf(ask, 'marketing_spend')).map((row) => ({
    date: dayOf(row.date),
    channel: (row.channel ?? '').trim(),
    spend: row.spend ?? null,
    impressions: row.impressions ?? null,
    clicks: row.clicks ?? null,
  }))
  const google = (await reportOf(ask, 'google_ads', ['Impr.', 'Clicks'])).map((row) => ({
    date: dayOf(row.Day),
    channel: channelOf('google_ads', row.Campaign, declared),
    spend: row.Cost ?? null,
    impressions: row['Impr.'] ?? null,
    clicks: row.Clicks ?? null,
  }))
  const meta = (await reportOf(ask, 'meta_ads', ['Impressions', 'Link clicks'])).map((row) => ({
    date: dayOf(row.Day ?? row['Reporting starts']),
    channel: channelOf('meta_ads', row['Campaign name'], declared),
    spend: row[Object.keys(row).find((name) => name.startsWith('Amount spent'))!] ?? null,
    impressions: row.Impressions ?? null,
    clicks: row['Link clicks'] ?? null,
  }))
  return [...own, ...google.filter(({ date }) => /^[0-9]/.test(date)), ...meta]
}

/** The channel of the first declared rule that a campaign fits, else its platform. */
function channelOf(platform: string, campaign: string | null | undefined, declared: Declared) {
  const name = (campaign ?? '').toLowerCase()
  const rule = declared.members('dwh.campaign_rules').find((member) => {
    const field = (of: string) => declared.text(`dwh.campaign_rules.${member}.${of}`)
    const isMeant = field('platform') === 'any' || field('platform') === platform
    return isMeant && name.includes(field('contains').toLowerCase())
  })
  return rule === undefined ? platform : declared.text(`dwh.campaign_rules.${rule}.channel`)
}

/** The lines of the files of spend that a person mapped; totals are no days. */
async function mappedLines(ask: Ask): Promise<{ lines: Line[]; format: SpendMap }[]> {
  const [loaded] = await ask<{ mapping: string | null }>('select mapping from raw.source')
  if (loaded!.mapping === null) return []
  const { spend } = readMap(loaded!.mapping, 'raw.source')
  return Promise.all(
    spend.map(async (map, i) => {
      const table = i === 0 ? 'mapped_spend' : `mapped_spend_${i + 1}`
      const rows = await ask<Row>(`select * from raw.${table}`)
      return { format: map, lines: rows.filter((row) => !isTotal(row, map)).map(lineBy(map)) }
    }),
  )
}

function lineBy(map: SpendMap): (row: Row) => Line {
  return (row) => ({
    date: datedBy(map.dateFormat, said(row, map.columns.date) ?? ''),
    channel: said(row, map.columns.channel) ?? '',
    spend: said(row, map.columns.spend),
    impressions: said(row, map.columns.impressions),
    clicks: said(row, map.columns.clicks),
  })
}

function said(row: Row, { column, constant }: MappedColumn = {}): string | null {
  return column === undefined ? (constant ?? null) : (row[column]?.trim() ?? null)
}

/** Whether a line says that it is one of totals, in place of its day or beside none. */
function isTotal(row: Row, { columns, totals }: SpendMap): boolean {
  if (totals === undefined) return false
  const saysSo = (text: string | null) =>
    text?.toLowerCase().startsWith(totals.toLowerCase()) ?? false
  const day = said(row, columns.date)
  const others = Object.values(columns).map((mapped) => said(row, mapped))
  return saysSo(day) || (/^-{0,2}$/.test(day ?? '') && others.some(saysSo))
}

/** The day of a text that is written in some order, as YYYY-MM-DD. */
function datedBy(format: string, text: string): string {
  const digits = twoDigits(text)
  const whole = twoLetters(format)
  const part = (name: string) => digits.slice(whole.indexOf(name)).slice(0, name.length)
  return `${part('YYYY')}-${part('MM')}-${part('DD')}`
}
