/** Assumptions by which everything is settled on the day it arises. */
export const atOnce = {
  instalment_days: 0,
  carrier_terms_days: 0,
  advertising_terms_days: 0,
  payment_types: Object.fromEntries(
    ['credit_card', 'debit_card', 'boleto', 'voucher', 'not_defined'].map((type) => [
      type,
      { settlement_days: 0 },
    ]),
  ),
}
