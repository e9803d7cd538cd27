import { InputError } from '../../errors.js'
import type { ChannelSeries, DecisionData } from '../data.js'

const LEAST_DAYS = 120
const LEAST_WEEKS = 52

/**
 * Refuses data that can't be fitted.
 *
 * @throws InputError naming what came, what is needed and what to do
 */
export function checkData(data: DecisionData): void {
  const { orders, grain, channels } = data
  const least = grain === 'day' ? LEAST_DAYS : LEAST_WEEKS
  if (orders.length < least) {
    throw new InputError(
      `fit: got ${orders.length} ${grain}s, needed ${least} or more: less can't tell the calendar from media. Add history.`,
    )
  }
  if (channels.length === 0) {
    throw new InputError('fit: got no paid channel, needed one or more. Add marketing_spend.csv.')
  }
  checkSeries('orders', orders, orders.length)
  if (!orders.some((count) => count > 0)) {
    throw new InputError('fit: no period has orders, so there is nothing to explain.')
  }
  const twice = channels.find(({ id }, i) => channels.findIndex((other) => other.id === id) !== i)
  if (twice) throw new InputError(`fit: channel ${twice.id} stands there twice. Merge its series.`)
  for (const channel of channels) checkChannel(channel, orders.length)
  for (const { name, values, sd } of data.calendar) {
    if (values.length !== orders.length || !values.every(Number.isFinite) || !(sd > 0)) {
      throw new InputError(
        `calendar.${name}: needed ${orders.length} finite numbers and a prior sd > 0, got ${values.length} and sd ${sd}.`,
      )
    }
  }
}

function checkChannel(channel: ChannelSeries, periods: number): void {
  const { id, spendBefore, impressionsBefore } = channel
  checkSeries(`${id}.spend`, channel.spend, periods)
  checkSeries(`${id}.spend before the horizon`, spendBefore, spendBefore.length)
  for (const name of ['impressions', 'clicks', 'capacity', 'attributedOrders'] as const) {
    const values = channel[name]
    if (values !== undefined) checkSeries(`${id}.${name}`, values, periods)
  }
  if (channel.capacity?.some((amount) => amount === 0)) {
    throw new InputError(`${id}.capacity: got 0, allowed numbers > 0.`)
  }
  if (channel.impressions === undefined) return
  checkSeries(
    `${id}.impressions before the horizon`,
    impressionsBefore ?? new Float64Array(0),
    spendBefore.length,
  )
}

function checkSeries(name: string, values: Float64Array, periods: number): void {
  if (values.length !== periods) {
    throw new InputError(`${name}: got ${values.length} periods, needed ${periods}.`)
  }
  const t = values.findIndex((value) => !(value >= 0 && Number.isFinite(value)))
  if (t >= 0) {
    throw new InputError(`${name}: got ${values[t]} in period ${t + 1}, allowed numbers >= 0.`)
  }
}
