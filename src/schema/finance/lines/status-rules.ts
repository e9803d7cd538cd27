import type { StatusRule } from './line.js'

/** Revenue stands on delivery; a tax or a cost that belongs to it shares its rule. */
export const commissionRule: StatusRule = {
  field: 'commission',
  on: 'delivery',
  statuses: ['delivered'],
  why: 'Commission is earned on delivery',
}
export const goodsRule: StatusRule = {
  field: 'goods',
  on: 'delivery',
  statuses: ['delivered'],
  why: 'Own goods are sold, and cost what they cost, on delivery',
}
export const paymentFeeRule: StatusRule = {
  field: 'payment_fee',
  on: 'approval',
  statuses: ['delivered', 'shipped', 'invoiced', 'processing', 'approved'],
  why: 'The acquirer takes its fee when the payment is approved',
}
export const refundRule: StatusRule = {
  field: 'refund',
  on: 'end',
  statuses: ['canceled', 'unavailable'],
  why: 'Taking an order back costs on the day it ends',
}
export const freightRule: StatusRule = {
  field: 'freight',
  on: 'delivery',
  statuses: ['delivered'],
  why: 'Freight billed is earned on delivery',
}
