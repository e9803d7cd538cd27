import type { Responses } from '../plans/responses.js'
import type { OrderValue } from './order-value.js'

/** What each channel caused in history, draw by draw, at [draw * channels + c]. */
export interface Caused {
  readonly orders: Float64Array
  /** Contribution before marketing of these orders, cents. */
  readonly contribution: Float64Array
  /** By channel: mean orders caused, a period. Over channels never more than the period had. */
  readonly meanDaily: readonly Float64Array[]
}

/**
 * Orders that were, by the channel that caused them: each period's orders in proportion to what a draw expected of
 * the channel (see {@link Responses.thinning}).
 */
export function causedOrders(responses: Responses, { months, cents }: OrderValue): Caused {
  const { model, history, thinning } = responses
  const { posterior, data } = model
  const channels = data.channels.length
  const periods = data.orders.length
  const orders = new Float64Array(posterior.draws * channels)
  const contribution = new Float64Array(posterior.draws * channels)
  const worth = new Float64Array(periods).map((_, t) => cents[months.ofPeriod[t]!]!)
  const meanDaily = data.channels.map((_, c) => {
    const daily = new Float64Array(periods)
    for (let d = 0; d < posterior.draws; d++) {
      const at = d * channels + c
      const b = posterior.incremental[at]!
      const column = history[c]!.get(posterior.gridPoint[at]!)!
      for (let t = 0; t < periods; t++) {
        const caused = b * thinning[d * periods + t]! * column[t]!
        orders[at]! += caused
        contribution[at]! += caused * worth[t]!
        daily[t]! += caused / posterior.draws
      }
    }
    return daily
  })
  return { orders, contribution, meanDaily }
}
