import { InputError } from '../errors.js'
import type { Assumptions } from './assumptions.js'

/**
 * The same assumptions, where none says the opposite of another.
 *
 * @throws InputError on a principal for goods that pays itself commission
 */
export function withoutContradiction(assumptions: Assumptions): Assumptions {
  if (assumptions.text('finance.goods_role') !== 'principal') return assumptions
  const charged = assumptions
    .members('finance.commission_tiers')
    .map((tier) => `finance.commission_tiers.${tier}.commission_bps`)
    .filter((id) => assumptions.number(id) > 0)
  if (charged.length === 0) return assumptions
  const got = charged.map((id) => `${id} ${assumptions.number(id)}`).join(', ')
  throw new InputError(
    `finance.goods_role: got principal beside ${got}, allowed agent, or commissions of 0: who sells its own goods would charge itself. Use the preset own_shop, or set each commission_bps to 0.`,
  )
}
