import { Assumptions, type UncheckedChanges } from '../assumptions/index.js'
import { inWords } from '../format/index.js'
import type { MarketSource } from './market-source.js'
import type { SpendRow } from './plan/place-spend.js'
import { type PlanInForce, planInForce } from './plan/spend-file.js'

const CHANNELS = 'market.channels'

/** As {@link withChannels}, for the plan that is in force where the market is read from. */
export async function assumptionsInForce(source: MarketSource): Promise<Assumptions> {
  return withChannels(source.assumptions, await planInForce(source))
}

/**
 * The assumptions with the channels that a run has. Where spend comes from a file, its channels need
 * no declaration: one that nobody declared is a generic paid channel; one that never cost anything is
 * not paid; a paid channel of the library's own that the file does not name is absent. Otherwise the
 * assumptions as they are. Applied twice it changes nothing more.
 */
export function withChannels(assumptions: Assumptions, { kind, file }: PlanInForce): Assumptions {
  if (kind !== 'csv') return assumptions.settled()
  const changes: Record<string, UncheckedChanges | null> = {}
  for (const id of absentChannels(assumptions, file!)) changes[id] = null
  const declared = assumptions.members(CHANNELS)
  for (const [id, { name, spendCents }] of channelsOf(file!)) {
    changes[id] = {
      ...(declared.includes(id) ? {} : { name }),
      ...(spendCents === 0 ? { is_paid: false } : {}),
    }
  }
  return assumptions.with({ [CHANNELS]: changes }, 'observed').settled()
}

/** The library's own paid channels that a file of spend does not name. */
export function absentChannels(assumptions: Assumptions, file: readonly SpendRow[]): string[] {
  const named = channelsOf(file)
  return Assumptions.defaults()
    .members(CHANNELS)
    .filter((id) => !named.has(id) && assumptions.members(CHANNELS).includes(id))
    .filter((id) => assumptions.flag(`${CHANNELS}.${id}.is_paid`))
}

/** The file's channels that nobody declared: what the file does not tell of them is generic. */
export function undeclaredChannels(assumptions: Assumptions, file: readonly SpendRow[]): string[] {
  const declared = assumptions.members(CHANNELS)
  return [...channelsOf(file).keys()].filter((id) => !declared.includes(id))
}

function channelsOf(file: readonly SpendRow[]) {
  const channels = new Map<string, { name: string; spendCents: number }>()
  for (const { channel, channelName, spendCents } of file) {
    const before = channels.get(channel)
    channels.set(channel, {
      name: before?.name ?? nameOf(channel, channelName ?? channel),
      spendCents: (before?.spendCents ?? 0) + spendCents,
    })
  }
  return channels
}

/** The name in the file; one written as an id is spelled out: `google_ads` is Google ads. */
function nameOf(id: string, written: string): string {
  if (written !== id) return written
  return inWords(id)
}
