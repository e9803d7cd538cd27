import { dayKey, type MarketDay, type MarketFrame } from './market-days.js'

/** A ratio of whole numbers >= 0, rounded half up. */
const rounded = (numerator: bigint, denominator: bigint) =>
  Number((2n * numerator + denominator) / (2n * denominator))

/** What the plan in force spends on a channel and day; NaN where an assumption is missing. */
export function plannedSpend(frame: MarketFrame, { channel, day }: MarketDay): number {
  const { declared, planned, file } = frame
  if (planned) return planned.get(dayKey(channel, day)) ?? 0
  if (file) return file.of(channel, day).spendCents
  if (!declared.flag(`market.channels.${channel}.is_paid`)) return 0
  const cents =
    declared.text('market.plan') === 'flat' ? flat(frame, channel, day) : ofGmv(frame, channel, day)
  const factorBps = declared.number('market.spend_factor_bps')
  return Number.isInteger(cents) && Number.isInteger(factorBps)
    ? rounded(BigInt(cents) * BigInt(factorBps), 10_000n)
    : Number.NaN
}

/** The daily budget times the calendar's factor. */
function flat({ declared, factor }: MarketFrame, channel: string, day: number): number {
  return Math.round(
    declared.number(`market.channels.${channel}.daily_budget_cents`) * factor('spend', day),
  )
}

/** A share of mean daily GMV of the days before, never below the floor. */
function ofGmv(
  { declared, trailing, trailingDays }: MarketFrame,
  channel: string,
  day: number,
): number {
  const shareBps = declared.number(`market.channels.${channel}.gmv_share_bps`)
  const floor = declared.number(`market.channels.${channel}.spend_floor_cents`)
  if (!Number.isInteger(shareBps) || !Number.isInteger(trailingDays)) return Number.NaN
  const share = rounded(
    BigInt(trailing(day).gmvCents) * BigInt(shareBps),
    10_000n * BigInt(trailingDays),
  )
  return Math.max(floor, share)
}
