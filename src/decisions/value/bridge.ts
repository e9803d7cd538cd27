import { wholeCents } from '../cents.js'

/** What one channel spent, and what its orders brought. */
export interface ChannelProfit {
  readonly channel: string
  /** Whole cents. */
  readonly spendCents: number
  /** Expected contribution before marketing of the orders it caused, cents. */
  readonly contributionCents: number
}

/** One line of the bridge; all lines sum to the net profit of the P&L. */
export interface BridgeLine {
  readonly line: 'profit_without_paid_marketing' | 'incremental_contribution' | 'spend'
  /** Empty on the first line. */
  readonly channel: string
  readonly amountCents: number
}

/**
 * The profit bridge: net profit = profit without paid marketing + what each channel caused - what each channel
 * cost. The first line is what remains, so the sum is the P&L's net profit, to the cent; the contributions are
 * rounded together, so no cent is made or lost.
 *
 * @param netProfitCents net profit of the P&L, whole cents
 */
export function profitBridge(
  netProfitCents: number,
  channels: readonly ChannelProfit[],
): BridgeLine[] {
  const contributions = wholeCents(channels.map(({ contributionCents }) => contributionCents))
  const lines = channels.flatMap(({ channel, spendCents }, c): BridgeLine[] => [
    { line: 'incremental_contribution', channel, amountCents: contributions[c]! },
    { line: 'spend', channel, amountCents: spendCents === 0 ? 0 : -spendCents },
  ])
  const moved = lines.reduce((sum, { amountCents }) => sum + amountCents, 0)
  const without = netProfitCents - moved
  return [{ line: 'profit_without_paid_marketing', channel: '', amountCents: without }, ...lines]
}

/** Spend that brought no contribution of its own: max(0, spend - incremental contribution), cents. */
export function causalWaste({ spendCents, contributionCents }: ChannelProfit): number {
  return Math.max(0, spendCents - contributionCents)
}
