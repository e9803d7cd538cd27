import { InputError } from '../errors.js'
import { parseDay } from '../time/calendar.js'
import { daysIn, type Horizon } from '../time/horizon.js'
import { type WorldName, worldNames } from './world/worlds.js'

/** What to generate, and where. */
export interface GenerateOptions {
  /** The folder to write to; made if missing. */
  readonly dir: string
  /** Orders in all: an integer from 1 to 50,000,000. Default 5,000. */
  readonly orders?: number
  /** Integer from 0 to 2^31 - 1. Default 1. */
  readonly seed?: number
  /** First day of purchases, 'YYYY-MM-DD'. Default 2017-07-01. */
  readonly firstDay?: string
  /** Last day of purchases, 'YYYY-MM-DD', at most 20 years later. Default 2018-08-31. */
  readonly lastDay?: string
  /**
   * A structural market: spend causes clicks, clicks cause orders, and `truth/order_causes.csv` says
   * which. Default none: orders come as they come, and there is no marketing_spend.csv.
   */
  readonly world?: WorldName
}

/** The options, checked and complete. */
export interface MarketplaceOptions {
  readonly dir: string
  readonly orders: number
  readonly seed: number
  readonly horizon: Horizon
  readonly world: WorldName | null
}

const MAX_ORDERS = 50_000_000
const MAX_SEED = 0x7fffffff
const MAX_DAYS = 20 * 366
const DEFAULTS = { orders: 5000, seed: 1, firstDay: '2017-07-01', lastDay: '2018-08-31' }

/** Checks the options of a marketplace and fills in what is not given. */
export function checkOptions(options: GenerateOptions): MarketplaceOptions {
  const { orders, seed, firstDay, lastDay } = { ...DEFAULTS, ...options }
  if (!options.dir) throw new InputError('dir: got nothing. Name the folder to write to.')
  if (!Number.isInteger(orders) || orders < 1 || orders > MAX_ORDERS) {
    throw new InputError(`orders: got ${orders}, allowed an integer from 1 to 50,000,000.`)
  }
  if (!Number.isInteger(seed) || seed < 0 || seed > MAX_SEED) {
    throw new InputError(`seed: got ${seed}, allowed an integer from 0 to ${MAX_SEED}.`)
  }
  const horizon = {
    firstDay: checkDay('firstDay', firstDay),
    lastDay: checkDay('lastDay', lastDay),
  }
  const days = daysIn(horizon)
  if (days < 1 || days > MAX_DAYS) {
    throw new InputError(
      `lastDay: got ${lastDay}, allowed ${firstDay} (firstDay) to 20 years later.`,
    )
  }
  return { dir: options.dir, orders, seed, horizon, world: checkWorld(options.world) }
}

function checkWorld(world: string | undefined): WorldName | null {
  if (world === undefined) return null
  const known = worldNames.find((name) => name === world)
  if (known) return known
  throw new InputError(`world: got '${world}', allowed ${worldNames.join(', ')}, or none.`)
}

function checkDay(name: string, date: string): number {
  const day = parseDay(date)
  if (day === null) {
    throw new InputError(`${name}: got '${date}', allowed a real date as 'YYYY-MM-DD'.`)
  }
  return day
}
