import { sum } from '../../numbers.js'
import type { Statement } from './statement.js'

/** What came in and went out over the horizon, and how profit and own cash differ. */
export function cashSentences({ flows, balances, lines, notation }: Statement): string[] {
  const { exact } = notation.money
  const amounts = flows.map(({ amount_cents }) => amount_cents)
  const [taken, paid] = [amounts.filter((one) => one > 0), amounts.filter((one) => one < 0)]
  const closing = balances.find(({ account }) => account === 'cash')?.closing_cents ?? 0
  const held = balances.find(({ account }) => account === 'seller_payable')?.closing_cents ?? 0
  const total = lines.at(-1)!
  const sellers =
    closing + held >= 0
      ? `${exact(-held)} of it is held for sellers`
      : `${exact(-held)} is owed to sellers, more than the account holds`
  return [
    `${exact(sum(taken))} came in, ${exact(-sum(paid))} went out, ${exact(closing)} is in the account; ${sellers}.`,
    `Result recognised ${exact(total.recognised_cents)} + timing ${exact(total.timing_cents)} = own cash ${exact(total.cash_cents)}.`,
  ]
}
