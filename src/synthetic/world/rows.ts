import { dateOf } from '../../time/calendar.js'
import { formatCents, quoteText } from '../output/csv.js'
import type { Cause } from './causes.js'
import type { ChannelHistory } from './clicks.js'

/** The cause of an order that no channel caused. */
const BASELINE = 'baseline'

/** The rows of marketing_spend.csv: day by day, every channel. */
export function* spendRows(
  channels: readonly ChannelHistory[],
  firstDay: number,
): Generator<(string | number)[]> {
  const days = channels[0]?.clicks.length ?? 0
  for (let i = 0; i < days; i++) {
    for (const { channel, spendCents, impressions, clicks } of channels) {
      const spend = formatCents(spendCents[i]!)
      yield [dateOf(firstDay + i), channel, spend, impressions[i]!, clicks[i]!]
    }
  }
}

/** The row of order_causes.csv for an order. */
export function causeRow(orderId: string, cause: Cause | null): string[] {
  const clickDate = cause ? dateOf(cause.clickDay) : ''
  return [quoteText(orderId), cause?.channel ?? BASELINE, clickDate]
}
