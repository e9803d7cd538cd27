import { barsText } from '../causal/truth-test-text.js'
import { textTable } from '../text-table.js'
import type { MarketplaceSummary, MarketplacesTest } from './judge.js'

/** Marketplaces of known truth as text: one line each, and every bar. */
export function marketplacesText({ summaries, bars }: MarketplacesTest): string {
  return [
    `Marketplaces: ${summaries.length}, from their files (orders, spend, clicks, a lift test a channel) to what was caused, all by the defaults. Errors are shares of what paid channels caused.`,
    summariesText(summaries),
    barsText(bars),
  ].join('\n')
}

/** One line a marketplace, under a heading. */
export function summariesText(summaries: readonly MarketplaceSummary[]): string {
  const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(2)}`
  return textTable([
    [
      'budgets',
      'seed',
      'caused',
      'channel err',
      'total',
      'in 90%',
      'attributed / caused',
      'calibrated',
    ],
    ...summaries.map((one) => [
      one.plan,
      String(one.seed),
      one.orders.toFixed(0),
      one.channelError.toFixed(2),
      signed(one.totalError),
      `${one.covered} of ${one.channels}`,
      one.attributed.toFixed(2),
      one.calibrated.toFixed(2),
    ]),
  ])
}
