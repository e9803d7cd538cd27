import { barsText } from '../causal/truth-test-text.js'
import { textTable } from '../text-table.js'
import type { MarketplacesTest } from './judge.js'

/** Marketplaces of known truth as text: one line each, and every bar. */
export function marketplacesText({ summaries, bars }: MarketplacesTest): string {
  const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(2)}`
  return [
    `Marketplaces: ${summaries.length}, from their files (orders, spend, clicks, a lift test a channel) to what was caused, all by the defaults. Errors are shares of what paid channels caused.`,
    textTable([
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
    ]),
    barsText(bars),
  ].join('\n')
}
