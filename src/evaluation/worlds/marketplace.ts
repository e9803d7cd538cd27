import {
  formatCents,
  type GeneratedMarketplace,
  generateMarketplace,
  LIFT_TESTS_FILE,
  SPEND_FILE,
} from '../../synthetic/index.js'
import { dateOf } from '../../time/calendar.js'
import { channelId, drawTruth } from './draw-truth.js'
import { runLiftTest } from './lift-tests.js'
import { simulateWorld } from './simulate.js'
import { FIRST_DAY, HORIZON_DAYS, WARM_UP_DAYS, type World, type WorldPlan } from './world.js'

export interface WorldMarketplaceOptions {
  /** The folder to write to; made if missing. */
  readonly dir: string
  /** How the budgets were set. */
  readonly plan: WorldPlan
  /** Orders in all, about. Default what the world draws: 60,000 to 1,000,000. */
  readonly orders?: number
  /** Integer from 0 to 2^31 - 1. Default 1. */
  readonly seed?: number
}

/**
 * Writes a world as the files that a whole marketplace has: orders with items, payments and
 * deliveries over two years, `marketing_spend.csv` with clicks (and 60 days of spend before them),
 * `lift_tests.csv` with a test of each channel. Beside them, where no stage reads it, the truth:
 * `truth/channels.csv`, what each channel is and how many orders it caused, and `truth/days.csv`,
 * expected orders by day and cause.
 *
 * @throws InputError as `generateMarketplace`
 */
export async function generateWorld(
  options: WorldMarketplaceOptions,
): Promise<GeneratedMarketplace> {
  const { dir, plan, orders, seed = 1 } = options
  const world = simulateWorld(
    seed,
    plan,
    orders === undefined ? {} : { level: level(seed, orders) },
  )
  return generateMarketplace(
    {
      dir,
      seed,
      orders: world.orders.reduce((sum, count) => sum + count, 0),
      firstDay: dateOf(FIRST_DAY),
      lastDay: dateOf(FIRST_DAY + HORIZON_DAYS - 1),
    },
    {
      causes: Array.from(world.orders, (count) => new Array<null>(count).fill(null)),
      tables: [
        { file: SPEND_FILE, rows: spendRows(world) },
        { file: LIFT_TESTS_FILE, rows: liftRows(world) },
        { file: CHANNELS_FILE, rows: channelRows(world) },
        { file: DAYS_FILE, rows: dayRows(world) },
      ],
      tellsCauses: false,
    },
  )
}

/** The level of demand at which a world has about so many orders. */
function level(seed: number, orders: number): number {
  return (orders * (1 - drawTruth(seed).mediaShare)) / HORIZON_DAYS
}

const CHANNELS_FILE = {
  name: 'truth/channels.csv',
  header: [
    'channel',
    'caused_orders',
    'spend',
    'decay',
    'half_saturation_spend',
    'most_clicks_a_day',
    'clicks_per_order',
  ],
}

const DAYS_FILE = { name: 'truth/days.csv', header: ['date', 'cause', 'orders'] }

type Rows = Generator<(string | number)[]>

function* spendRows({ spendCents, clicks }: World): Rows {
  for (let t = -WARM_UP_DAYS; t < HORIZON_DAYS; t++) {
    for (const [c, spend] of spendCents.entries()) {
      const counted = t < 0 ? '' : clicks[c]![t]!
      const cents = formatCents(spend[t + WARM_UP_DAYS]!)
      yield [dateOf(FIRST_DAY + t), channelId(c), cents, '', counted]
    }
  }
}

function* liftRows(world: World): Rows {
  for (const c of world.spendCents.keys()) {
    const test = runLiftTest(world, c)
    const { channel, firstDay, lastDay, spendFactor, liftOrders, standardError } = test
    const found = [liftOrders, standardError].map((orders) => orders.toFixed(2))
    yield [channel, dateOf(firstDay), dateOf(lastDay), spendFactor, ...found]
  }
}

function* channelRows({ truth, spendCents, caused }: World): Rows {
  for (const [c, channel] of truth.channels.entries()) {
    const spent = spendCents[c]!.subarray(WARM_UP_DAYS).reduce((sum, cents) => sum + cents, 0)
    yield [
      channelId(c),
      caused[c]!.reduce((sum, orders) => sum + orders, 0),
      formatCents(spent),
      channel.decay,
      formatCents(Math.round(channel.halfCents)),
      channel.mostClicks,
      channel.clicksPerOrder,
    ]
  }
}

function* dayRows({ baseline, caused }: World): Rows {
  for (const [t, orders] of baseline.entries()) {
    yield [dateOf(FIRST_DAY + t), 'baseline', orders]
    for (const [c, daily] of caused.entries()) {
      yield [dateOf(FIRST_DAY + t), channelId(c), daily[t]!]
    }
  }
}
