import type { SourceFile } from '../../schema/raw.js'

/** A report is known by some columns; others it may have. */
function report(
  table: string,
  signature: readonly string[],
  optionalColumns: readonly string[],
): SourceFile {
  const header = [...signature, ...optionalColumns]
  const anyName = { stems: [], isOpen: true, required: false, inParts: true }
  return { table, signature, header, optionalColumns, ...anyName }
}

/** A campaign report of Google Ads, segmented by day: two lines of title stand before its header. */
export const googleAds: SourceFile = {
  ...report('google_ads', ['Day', 'Campaign', 'Cost'], ['Impr.', 'Clicks']),
  maxPreambleLines: 4,
}

/** What was spent, with the account's currency behind it. */
export const META_SPEND = /^Amount spent( \([A-Z]{3}\))?$/

/** An export of Meta Ads Manager, broken down by day. */
export const metaAds: SourceFile = {
  ...report(
    'meta_ads',
    ['Reporting starts', 'Reporting ends', 'Campaign name'],
    ['Impressions', 'Link clicks'],
  ),
  named: [{ pattern: META_SPEND, example: 'Amount spent (USD)' }],
}

/** The raw tables that hold the reports of a platform, a table a file. */
export function partsOf(platform: SourceFile, raw: Iterable<string>): string[] {
  const isPart = new RegExp(`^${platform.table}(_\\d+)?$`)
  return [...raw].filter((table) => isPart.test(table))
}

/** The exports of ad platforms that may stand beside the orders of any source. */
export const adFiles: readonly SourceFile[] = [googleAds, metaAds]
