import { inWords } from '../../format/index.js'
import { sum } from '../../numbers.js'
import type { Statement } from './statement.js'

/** Whether the business sells its own goods: then what buyers paid is held for no seller. */
export function sellsOwnGoods({ assumptions }: Statement): boolean {
  return assumptions.some(({ id, value }) => id === 'finance.goods_role' && value === 'principal')
}

/** Whose money it is that came in for goods and is no revenue yet. */
export function heldWords(statement: Statement): string {
  return sellsOwnGoods(statement) ? 'prepaid by buyers' : 'held for sellers'
}

/** An account by its name: what buyers paid a business of its own goods is owed to no seller. */
export function accountName(statement: Statement, account: string): string {
  if (account !== 'seller_payable' || !sellsOwnGoods(statement)) return inWords(account)
  return inWords(heldWords(statement))
}

/** What came in and went out over the horizon, and how profit and own cash differ. */
export function cashSentences(statement: Statement): string[] {
  const { flows, balances, lines, notation } = statement
  const { exact } = notation.money
  const amounts = flows.map(({ amount_cents }) => amount_cents)
  const [taken, paid] = [amounts.filter((one) => one > 0), amounts.filter((one) => one < 0)]
  const closing = (of: string) => balances.find(({ account }) => account === of)?.closing_cents ?? 0
  const [cash, sellers, buyers] = [
    closing('cash'),
    -closing('seller_payable'),
    -closing('refund_liability'),
  ]
  const total = lines.at(-1)!
  const back = buyers ? `, ${exact(buyers)} owed back to buyers` : ''
  const held =
    cash >= sellers + buyers
      ? `${exact(sellers)} of it is ${heldWords(statement)}${back}`
      : `${exact(sellers)} is ${sellsOwnGoods(statement) ? heldWords(statement) : 'owed to sellers'}${back}, more than the account holds`
  return [
    `${exact(sum(taken))} came in, ${exact(-sum(paid))} went out, ${cash < 0 ? `the account is ${exact(-cash)} overdrawn` : `${exact(cash)} is in the account`}; ${held}.`,
    `Result recognised ${exact(total.recognised_cents)} + timing ${exact(total.timing_cents)} = own cash ${exact(total.cash_cents)}.`,
  ]
}
