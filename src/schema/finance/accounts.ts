/** What a balance account holds: how profit and cash differ by it. */
export type AccountKind = 'cash' | 'receivable' | 'marketing' | 'deferred' | 'held' | 'owed'

/** An account of the journal that is no line of the profit and loss. */
export interface BalanceAccount {
  readonly id: string
  readonly side: 'asset' | 'liability'
  readonly kind: AccountKind
  /** How what is owed is paid: after the days of an assumption, in entries of this name. */
  readonly payment?: {
    /** The field under `finance.*`. */
    readonly terms: string
    readonly event: string
    /** The table that says how much. */
    readonly source: string
  }
}

/**
 * What the business owns and owes. `held`: money of buyers that belongs to others; `owed`: costs that
 * are not paid yet; `deferred`: billed and not earned yet; `marketing`: paid for and no cost yet.
 */
export const balanceAccounts: readonly BalanceAccount[] = [
  { id: 'cash', side: 'asset', kind: 'cash' },
  { id: 'acquirer_receivable', side: 'asset', kind: 'receivable' },
  { id: 'marketing_in_flight', side: 'asset', kind: 'marketing' },
  { id: 'click_inventory', side: 'asset', kind: 'marketing' },
  { id: 'seller_payable', side: 'liability', kind: 'held' },
  { id: 'refund_liability', side: 'liability', kind: 'held' },
  { id: 'refund_provision', side: 'liability', kind: 'owed' },
  { id: 'deferred_subscription', side: 'liability', kind: 'deferred' },
  {
    id: 'carrier_payable',
    side: 'liability',
    kind: 'owed',
    payment: {
      terms: 'carrier_terms_days',
      event: 'carrier_paid',
      source: 'finance.fct_unit_economics',
    },
  },
  {
    id: 'advertising_payable',
    side: 'liability',
    kind: 'owed',
    payment: {
      terms: 'advertising_terms_days',
      event: 'advertising_paid',
      source: 'market.fct_marketing_daily',
    },
  },
]

/** Accounts of some kinds, by id. */
export function accountsOf(...kinds: readonly AccountKind[]): string[] {
  return balanceAccounts.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
}
