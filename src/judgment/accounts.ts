/** What an account of the balance holds. */
export type AccountKind = 'cash' | 'receivable' | 'marketing' | 'deferred' | 'held' | 'owed'

/** The accounts of the balance as the judgment knows them, whatever the pipeline declares. */
const accounts: Readonly<Record<AccountKind, readonly string[]>> = {
  cash: ['cash'],
  receivable: ['acquirer_receivable'],
  marketing: ['marketing_in_flight', 'click_inventory'],
  held: ['seller_payable', 'refund_liability'],
  owed: ['refund_provision', 'carrier_payable', 'advertising_payable'],
  deferred: ['deferred_subscription'],
}

/** Accounts of some kinds, by id. */
export function accountsOf(...kinds: readonly AccountKind[]): string[] {
  return kinds.flatMap((kind) => accounts[kind])
}

/** The accounts that are owned. */
export const assets = accountsOf('cash', 'receivable', 'marketing')
