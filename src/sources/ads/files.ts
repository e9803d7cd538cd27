import type { SourceFile } from '../../schema/raw.js'

const ad = { stems: [], isOpen: true, required: false } as const

/** A campaign report of Google Ads, segmented by day: two lines of title stand before its header. */
export const googleAds: SourceFile = {
  ...ad,
  table: 'google_ads',
  signature: ['Day', 'Campaign', 'Cost'],
  header: ['Day', 'Campaign', 'Cost', 'Impr.', 'Clicks'],
  optionalColumns: ['Impr.', 'Clicks'],
  maxPreambleLines: 4,
}

/** An export of Meta Ads Manager, broken down by day. */
export const metaAds: SourceFile = {
  ...ad,
  table: 'meta_ads',
  signature: ['Reporting starts', 'Reporting ends', 'Campaign name'],
  header: [
    'Reporting starts',
    'Reporting ends',
    'Campaign name',
    'Day',
    'Impressions',
    'Link clicks',
  ],
  optionalColumns: ['Day', 'Impressions', 'Link clicks'],
}

/** The exports of ad platforms that may stand beside the orders of any source. */
export const adFiles: readonly SourceFile[] = [googleAds, metaAds]
