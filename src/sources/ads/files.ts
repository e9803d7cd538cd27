import type { SourceFile } from '../../schema/raw.js'

const ad = { stems: [], isOpen: true, required: false, inParts: true } as const

/** A campaign report of Google Ads, segmented by day: two lines of title stand before its header. */
export const googleAds: SourceFile = {
  ...ad,
  table: 'google_ads',
  signature: ['Day', 'Campaign', 'Cost'],
  header: ['Day', 'Campaign', 'Cost', 'Impr.', 'Clicks'],
  optionalColumns: ['Impr.', 'Clicks'],
  maxPreambleLines: 4,
}

/** What was spent, with the account's currency behind it. */
export const META_SPEND = /^Amount spent( \([A-Z]{3}\))?$/

/** An export of Meta Ads Manager, broken down by day. */
export const metaAds: SourceFile = {
  ...ad,
  table: 'meta_ads',
  signature: ['Reporting starts', 'Reporting ends', 'Campaign name'],
  header: ['Reporting starts', 'Reporting ends', 'Campaign name', 'Impressions', 'Link clicks'],
  optionalColumns: ['Impressions', 'Link clicks'],
  named: [{ pattern: META_SPEND, example: 'Amount spent (USD)' }],
}

/** The raw tables that hold the reports of a platform, a table a file. */
export function partsOf(platform: SourceFile, raw: Iterable<string>): string[] {
  const isPart = new RegExp(`^${platform.table}(_\\d+)?$`)
  return [...raw].filter((table) => isPart.test(table))
}

/** The exports of ad platforms that may stand beside the orders of any source. */
export const adFiles: readonly SourceFile[] = [googleAds, metaAds]
