import { meanOneLogNormal } from '../random/distributions.js'
import type { Stream } from '../random/stream.js'
import { isoWeekday } from '../time/calendar.js'
import { dayOfMoment, daysToSeconds, startOfDay } from '../time/moment.js'
import { between, chance, exponential, NamedWheel } from './sampling.js'

export type OrderStatus =
  | 'delivered'
  | 'shipped'
  | 'canceled'
  | 'unavailable'
  | 'invoiced'
  | 'processing'
  | 'approved'
  | 'created'

/** What became of an order; moments are naive seconds since 1970-01-01, null where not reached. */
export interface Lifecycle {
  readonly status: OrderStatus
  readonly purchased: number
  readonly approved: number | null
  readonly handedOver: number | null
  readonly delivered: number | null
  /** Midnight of the promised day. */
  readonly promised: number
  /** Whether the order has rows in the items file. */
  readonly hasItems: boolean
}

export interface Journey {
  readonly purchased: number
  readonly km: number
  readonly paymentType: string
  /** How many times a usual day's orders came in that day: carriers slow down. */
  readonly rush: number
}

const STATUSES = new NamedWheel<OrderStatus>([
  ['delivered', 97_010],
  ['shipped', 1_110],
  ['canceled', 630],
  ['unavailable', 610],
  ['invoiced', 315],
  ['processing', 305],
  ['approved', 5],
  ['created', 15],
])
/** The share of each status that reaches a stage, and that has items. */
const REACHED: Record<OrderStatus, readonly [approved: number, over: number, items: number]> = {
  delivered: [1, 1, 1],
  shipped: [1, 1, 1],
  canceled: [0.78, 0.12, 0.74],
  unavailable: [1, 0, 0.01],
  invoiced: [1, 0, 0.99],
  processing: [1, 0, 1],
  approved: [1, 0, 1],
  created: [0, 0, 0],
}
/** Defects of reality: deliveries never recorded, and hand-overs stamped before their time. */
const UNRECORDED_SHARE = 0.0005
const EARLY_STAMP_SHARE = 0.013
const LATE_STAMP_SHARE = 0.0008

const HOUR = 3600
const MINUTE = 60

/** Draws what becomes of an order. */
export function drawLifecycle(stream: Stream, journey: Journey): Lifecycle {
  const status = STATUSES.spin(stream)
  const [approvedShare, overShare, itemsShare] = REACHED[status]
  const approvedAt = journey.purchased + approvalSeconds(stream, journey.paymentType)
  const handedOverAt = handOver(stream, approvedAt, journey)
  const deliveredAt = delivery(stream, handedOverAt, journey)
  const approved = chance(stream, approvedShare) ? approvedAt : null
  const over = approved !== null && chance(stream, overShare)
  const recorded = status === 'delivered' && !chance(stream, UNRECORDED_SHARE)
  return {
    status,
    purchased: journey.purchased,
    approved,
    handedOver: over ? handOverStamp(stream, approvedAt, handedOverAt, deliveredAt) : null,
    delivered: recorded ? deliveredAt : null,
    promised: promise(stream, journey),
    hasItems: chance(stream, itemsShare),
  }
}

/** A card is approved within minutes as a rule, a boleto once the bank has seen the money. */
function approvalSeconds(stream: Stream, paymentType: string): number {
  if (paymentType === 'boleto') return Math.round(between(stream, 14 * HOUR, 60 * HOUR))
  if (chance(stream, 0.85)) return Math.round(between(stream, 8 * MINUTE, 25 * MINUTE))
  return Math.round(HOUR + exponential(stream, 14 * HOUR))
}

/** On a working day, in working hours. */
function handOver(stream: Stream, approvedAt: number, { rush }: Journey): number {
  const waitDays = 0.15 + 2.1 * slowed(rush) * meanOneLogNormal(stream, 0.85)
  const day = startOfDay(approvedAt + daysToSeconds(waitDays))
  const weekday = isoWeekday(dayOfMoment(day))
  const daysToMonday = weekday < 6 ? 0 : 8 - weekday
  const at = day + daysToSeconds(daysToMonday) + Math.round(between(stream, 8 * HOUR, 21 * HOUR))
  return Math.max(at, approvedAt + HOUR)
}

function delivery(stream: Stream, handedOverAt: number, { km, rush }: Journey): number {
  const transitDays = transit(km) * slowed(rush) * meanOneLogNormal(stream, 0.62)
  const day = startOfDay(handedOverAt + daysToSeconds(Math.max(0.6, transitDays)))
  const at = day + Math.round(between(stream, 10 * HOUR, 23 * HOUR))
  return Math.max(at, handedOverAt + 3 * HOUR)
}

/** What is promised leaves room: nearly twice the expected way, and a week. */
function promise(stream: Stream, { purchased, km }: Journey): number {
  const days = 7.5 + 1.45 * transit(km) + between(stream, 0, 7)
  return startOfDay(purchased + daysToSeconds(days))
}

/** Expected days on the road. */
function transit(km: number): number {
  return 3.4 + km / 115
}

function slowed(rush: number): number {
  return Math.max(1, Math.min(1.6, rush ** 0.3))
}

function handOverStamp(
  stream: Stream,
  approvedAt: number,
  handedOverAt: number,
  deliveredAt: number,
): number {
  if (chance(stream, EARLY_STAMP_SHARE)) {
    return approvedAt - Math.round(between(stream, HOUR, 30 * HOUR))
  }
  if (chance(stream, LATE_STAMP_SHARE)) {
    return deliveredAt + Math.round(between(stream, HOUR, 30 * HOUR))
  }
  return handedOverAt
}
