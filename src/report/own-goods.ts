import type { Workbench } from '../workbench/index.js'

/** Whether the business of a run sells its own goods: then it has no sellers. */
export function runSellsOwnGoods({ assumptions }: Workbench): boolean {
  return assumptions.text('finance.goods_role') === 'principal'
}
