import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Grade, PlanStatus } from '../../decisions/index.js'
import { openWorkbench, type Workbench } from '../../workbench/index.js'
import { readCausedOrders } from '../truth.js'
import { generateWorld, type WorldPlan } from '../worlds/index.js'

/** One marketplace to be made and judged. */
export interface MarketplaceTask {
  readonly plan: WorldPlan
  readonly seed: number
  /** Orders in all, about. Default what the world draws. */
  readonly orders?: number
}

/** What the product said of one channel, beside what it caused. */
export interface MarketplaceChannel {
  readonly channel: string
  /** Orders that it caused. */
  readonly caused: number
  readonly low: number
  readonly mean: number
  readonly high: number
  readonly grade: Grade
  /** Whether the product says that it pays for itself, and whether it does. */
  readonly saysPays: boolean
  readonly pays: boolean
}

/** One marketplace, from its files to what was caused. */
export interface MarketplaceScore extends MarketplaceTask {
  readonly status: PlanStatus
  readonly channels: readonly MarketplaceChannel[]
  /** Orders that attribution gives paid channels: under declared, and under calibrated assumptions. */
  readonly attributed: number
  readonly attributedCalibrated: number
}

interface ChannelRow {
  readonly channel: string
  readonly status: PlanStatus
  readonly grade: Grade
  readonly spend_cents: number
  readonly attributed_orders: number
  readonly incremental_low: number
  readonly incremental_mean: number
  readonly incremental_high: number
  readonly incremental_contribution_cents: number
  readonly p_pays_bps: number
}

/**
 * Makes a marketplace as the files that an analyst has, with own spend, clicks and a lift test a channel; runs and
 * fits it with the defaults; calibrates it; and holds all to the truth, which no stage sees.
 */
export async function scoreMarketplace(task: MarketplaceTask): Promise<MarketplaceScore> {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-marketplace-'))
  const data = join(dir, 'data')
  const workbench = openWorkbench({ data, workbench: join(dir, 'workbench'), preset: 'default' })
  try {
    await generateWorld({ dir: data, ...task })
    await workbench.run({ through: 'decisions' })
    const calibrated = await workbench.calibrated()
    await calibrated.run({ through: 'attribution' })
    const attributedCalibrated = await attributedOrders(calibrated)
    await calibrated.close()
    const caused = readCausedOrders(data)
    const rows = await workbench.rows<ChannelRow>(
      `select v.*, s.status, s.grade from decisions.channel_value as v
       inner join decisions.fit_status as s on s.channel = v.channel order by v.channel`,
    )
    return {
      ...task,
      status: rows[0]!.status,
      channels: rows.map((row) => channelOf(row, caused.get(row.channel)!)),
      attributed: rows.reduce((sum, row) => sum + row.attributed_orders, 0),
      attributedCalibrated,
    }
  } finally {
    await workbench.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

function channelOf(row: ChannelRow, caused: number): MarketplaceChannel {
  const orderCents = row.incremental_contribution_cents / row.incremental_mean
  return {
    channel: row.channel,
    caused,
    low: row.incremental_low,
    mean: row.incremental_mean,
    high: row.incremental_high,
    grade: row.grade,
    saysPays: row.p_pays_bps > 5_000,
    pays: caused * orderCents > row.spend_cents,
  }
}

async function attributedOrders(workbench: Workbench): Promise<number> {
  const [found] = await workbench.rows<{ orders: number }>(
    `select count(*) as orders from attribution.fct_order_attribution as a
     inner join market.dim_channel as c on c.channel = a.channel where c.is_paid`,
  )
  return found!.orders
}
