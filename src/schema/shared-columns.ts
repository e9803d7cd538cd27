import { realOf, text } from './column.js'

/** The marketing channel that a row is about. */
export const channel = text('The channel.')
/** The same in tables about what marketing caused. */
export const paidChannel = text('The paid channel.')
/** Orders that are expected or drawn, and so no whole number. */
export const orders = realOf('orders')
/** What multiplies. */
export const factor = realOf('factor')
