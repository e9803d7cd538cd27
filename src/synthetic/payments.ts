import type { Stream } from '../random/stream.js'
import { between, chance, integerBetween, NamedWheel, numberWheel } from './sampling.js'

export type PaymentType = 'credit_card' | 'boleto' | 'voucher' | 'debit_card' | 'not_defined'

/** One row of the payments file. */
export interface Payment {
  readonly type: PaymentType
  readonly instalments: number
  readonly valueCents: number
}

const FIRST_TYPES = new NamedWheel<PaymentType>([
  ['credit_card', 760],
  ['boleto', 199],
  ['voucher', 24],
  ['debit_card', 15],
])
const INSTALMENTS = numberWheel({
  1: 33,
  2: 16,
  3: 14,
  4: 9,
  5: 7,
  6: 5,
  7: 2,
  8: 6,
  10: 7,
  12: 0.3,
})
/** Card orders that are paid with vouchers too, and how many vouchers at most. */
const CARD_AND_VOUCHER_SHARE = 0.025
const MAX_VOUCHERS = 5
/** Orders whose payments miss the total by a cent, and by interest on instalments. */
const CENT_OFF_SHARE = 0.003
const INTEREST_SHARE = 0.002
const UNPAID_SHARE = 1 / 4000

/** How the buyer means to pay: the type of the first payment. */
export function choosePaymentType(stream: Stream): PaymentType {
  return FIRST_TYPES.spin(stream)
}

/**
 * Draws the payments of an order: they sum to what is due, but for the rare cent or interest.
 *
 * @param dueCents items and freight
 */
export function drawPayments(stream: Stream, type: PaymentType, dueCents: number): Payment[] {
  if (chance(stream, UNPAID_SHARE)) return []
  const payments = type === 'voucher' ? vouchers(stream, dueCents) : plain(stream, type, dueCents)
  const first = payments[0]!
  payments[0] = { ...first, valueCents: first.valueCents + discrepancy(stream, first) }
  return payments
}

/** An order that was created and went no further. */
export function undefinedPayment(): Payment {
  return { type: 'not_defined', instalments: 1, valueCents: 0 }
}

function plain(stream: Stream, type: PaymentType, dueCents: number): Payment[] {
  const instalments = type === 'credit_card' ? INSTALMENTS.spin(stream) : 1
  const mixed = type === 'credit_card' && chance(stream, CARD_AND_VOUCHER_SHARE)
  if (!mixed) return [{ type, instalments, valueCents: dueCents }]
  const voucherCents = Math.floor(dueCents * between(stream, 0.1, 0.7))
  return [
    { type, instalments, valueCents: dueCents - voucherCents },
    ...vouchers(stream, voucherCents),
  ]
}

function vouchers(stream: Stream, dueCents: number): Payment[] {
  const count = chance(stream, 0.85) ? 1 : integerBetween(stream, 2, MAX_VOUCHERS)
  const payments: Payment[] = []
  let left = dueCents
  while (payments.length < count - 1) {
    const valueCents = Math.floor(left * between(stream, 0.2, 0.7))
    payments.push({ type: 'voucher', instalments: 1, valueCents })
    left -= valueCents
  }
  return [...payments, { type: 'voucher', instalments: 1, valueCents: left }]
}

function discrepancy(stream: Stream, { type, instalments, valueCents }: Payment): number {
  if (chance(stream, CENT_OFF_SHARE) && valueCents > 1) return chance(stream, 0.5) ? 1 : -1
  if (type !== 'credit_card' || instalments === 1) return 0
  if (!chance(stream, INTEREST_SHARE)) return 0
  return Math.round(valueCents * between(stream, 0.01, 0.06))
}
