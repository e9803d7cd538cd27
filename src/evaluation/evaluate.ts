import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AssumptionChanges } from '../assumptions/index.js'
import { type Credit, creditDaily, type SupplyAndDemand } from '../attribution/index.js'
import { generateMarketplace, type WorldName, worldNames } from '../synthetic/index.js'
import { dayOf } from '../time/calendar.js'
import { openWorkbench, type Workbench } from '../workbench/index.js'
import { type DailyOrders, type Score, scoreCredit } from './score.js'
import { readCauses } from './truth.js'

export interface EvaluateOptions {
  /** Worlds to score in. Default all. */
  readonly worlds?: readonly WorldName[]
  /** One world is generated for each seed. Default 1. */
  readonly seeds?: readonly number[]
  /** Orders of a world. Default 20,000. */
  readonly orders?: number
  /** Changes of the assumptions. Default none: the truth is not told. */
  readonly changes?: AssumptionChanges
  /** Called before each world. */
  readonly onWorld?: (world: WorldName, seed: number) => void
}

/** How one method did in one world. */
export interface MethodScore extends Omit<Score, 'share_error_bps'> {
  readonly world: WorldName
  readonly seed: number
  readonly method: string
  readonly name: string
}

/** How far one method's share of one channel is from the truth. */
export interface ShareError {
  readonly world: WorldName
  readonly seed: number
  readonly method: string
  readonly name: string
  /** Channel id, or direct: the orders that no channel caused. */
  readonly channel: string
  readonly error_bps: number
}

export interface AttributionEvaluation {
  /** One row per world, seed and method; the last method is the truth's own daily shares. */
  readonly scores: readonly MethodScore[]
  /** One row per world, seed, method and channel. */
  readonly shares: readonly ShareError[]
}

const DEFAULT_ORDERS = 20_000

/**
 * Scores every attribution method against worlds whose truth is known: a structural market makes
 * spend, clicks and orders and notes which channel caused each order; the stages see its files but
 * not the notes. The methods know the clicks by channel and day, the orders by day and the
 * assumptions, which are not fitted to the world.
 *
 * No method sees persons, so within a day it can only draw. The row `truth` draws by each day's true
 * shares; beyond it goes only who bets on what is most frequent.
 */
export async function evaluateAttribution(
  options: EvaluateOptions = {},
): Promise<AttributionEvaluation> {
  const scores: MethodScore[] = []
  const shares: ShareError[] = []
  for (const world of options.worlds ?? worldNames) {
    for (const seed of options.seeds ?? [1]) {
      options.onWorld?.(world, seed)
      const { horizon, credits, truth } = await runWorld(world, seed, options)
      const judged = [...credits.map((credit) => asDaily(credit, horizon)), truthItself(truth)]
      for (const { method, name, daily } of judged) {
        const { share_error_bps, ...score } = scoreCredit(daily, truth)
        scores.push({ world, seed, method, name, ...score })
        for (const [c, channel] of [...horizon.channels, 'direct'].entries()) {
          shares.push({ world, seed, method, name, channel, error_bps: share_error_bps[c]! })
        }
      }
    }
  }
  return { scores, shares }
}

interface Judged {
  readonly method: string
  readonly name: string
  readonly daily: DailyOrders
}

async function runWorld(world: WorldName, seed: number, options: EvaluateOptions) {
  const dir = mkdtempSync(join(tmpdir(), 'causeway-world-'))
  try {
    const orders = options.orders ?? DEFAULT_ORDERS
    const { firstDay, lastDay } = await generateMarketplace({ dir, world, seed, orders })
    const plan = { plan: 'csv', first_date: firstDay, last_date: lastDay } as const
    const workbench = openWorkbench({
      data: dir,
      workbench: join(dir, 'workbench'),
      preset: 'default',
      changes: { market: plan, ...options.changes },
    })
    await workbench.run({ through: 'market' })
    const { horizon, credits } = await creditDaily(workbench)
    const truth = await dailyTruth(workbench, horizon, readCauses(dir))
    await workbench.close()
    return { horizon, credits, truth }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function dailyTruth(
  workbench: Workbench,
  horizon: SupplyAndDemand,
  causes: ReadonlyMap<string, string>,
): Promise<DailyOrders> {
  const width = horizon.channels.length + 1
  const truth = new Float64Array(horizon.days * width)
  const orders = await workbench.rows<{ order_id: string; purchase_date: Date }>(
    'select order_id, purchase_date from dwh.fct_orders',
  )
  for (const { order_id, purchase_date } of orders) {
    const t = dayOf(purchase_date) - horizon.firstDay
    const c = horizon.channels.indexOf(causes.get(order_id)!)
    if (t >= 0 && t < horizon.days) truth[t * width + (c < 0 ? width - 1 : c)]! += 1
  }
  return { days: horizon.days, causes: width, orders: truth }
}

/** A credit with the orders it leaves direct as the last cause. */
function asDaily({ method, name, orders }: Credit, horizon: SupplyAndDemand): Judged {
  const channels = horizon.channels.length
  const daily = new Float64Array(horizon.days * (channels + 1))
  for (let t = 0; t < horizon.days; t++) {
    let direct = horizon.orders[t]!
    for (let c = 0; c < channels; c++) {
      const credited = orders[t * channels + c]!
      daily[t * (channels + 1) + c] = credited
      direct -= credited
    }
    daily[t * (channels + 1) + channels] = Math.max(0, direct)
  }
  return { method, name, daily: { days: horizon.days, causes: channels + 1, orders: daily } }
}

function truthItself(truth: DailyOrders): Judged {
  return { method: 'truth', name: 'True daily shares', daily: truth }
}
