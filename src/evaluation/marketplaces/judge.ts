import { mean, sum } from '../../numbers.js'
import { type Bar, between, least, most } from '../causal/bars.js'
import { median } from '../causal/summary.js'
import { type WorldPlan, worldPlans } from '../worlds/index.js'
import { type MarketplaceScore, type MarketplaceTask, scoreMarketplace } from './score.js'

export interface MarketplacesOptions {
  /** How many, their plans in turn. Default 10: two of each. */
  readonly marketplaces?: number
  /** Seed of the first; every one has its own. Default 30,000. */
  readonly firstSeed?: number
  /** Orders of each, about. Default what each world draws. */
  readonly orders?: number
  /** Called after each. */
  readonly onMarketplace?: (judged: MarketplaceSummary) => void
}

/** One marketplace in figures; errors are shares of what paid channels caused. */
export interface MarketplaceSummary {
  readonly plan: WorldPlan
  readonly seed: number
  readonly status: string
  readonly orders: number
  readonly channelError: number
  /** Signed. */
  readonly totalError: number
  readonly covered: number
  readonly channels: number
  /** Attributed over caused orders: under declared, and under calibrated assumptions. */
  readonly attributed: number
  readonly calibrated: number
}

export interface MarketplacesTest {
  readonly marketplaces: readonly MarketplaceScore[]
  readonly summaries: readonly MarketplaceSummary[]
  readonly bars: readonly Bar[]
}

const MARKETPLACES = 10
const FIRST_SEED = 30_000

/** Whole marketplaces of known truth, from their files to what was caused, against the bars. */
export async function runMarketplaces(
  options: MarketplacesOptions = {},
): Promise<MarketplacesTest> {
  const { marketplaces = MARKETPLACES, firstSeed = FIRST_SEED, orders } = options
  const scores: MarketplaceScore[] = []
  for (let i = 0; i < marketplaces; i++) {
    const plan = worldPlans[i % worldPlans.length]!
    const task: MarketplaceTask = { plan, seed: firstSeed + i, ...(orders && { orders }) }
    const score = await scoreMarketplace(task)
    scores.push(score)
    options.onMarketplace?.(summaryOf(score))
  }
  return judgeMarketplaces(scores)
}

/** The figures and bars of judged marketplaces. */
export function judgeMarketplaces(marketplaces: readonly MarketplaceScore[]): MarketplacesTest {
  const summaries = marketplaces.map(summaryOf)
  const channels = marketplaces.flatMap((one) => one.channels)
  const sure = channels.filter(({ grade }) => grade === 'measured' || grade === 'indicated')
  const wrong = sure.filter(({ saysPays, pays }) => saysPays !== pays)
  const middle = (pick: (one: MarketplaceSummary) => number) => median(summaries.map(pick))
  return {
    marketplaces,
    summaries,
    bars: [
      most(
        'channel error, median marketplace',
        middle((one) => one.channelError),
        0.3,
      ),
      most(
        'error of the total, median marketplace',
        middle((one) => Math.abs(one.totalError)),
        0.18,
      ),
      least('90% coverage, channels', mean(channels.map((one) => Number(covers(one)))), 0.86),
      between(
        'attributed over caused once calibrated, median marketplace',
        middle((one) => one.calibrated),
        0.85,
        1.15,
      ),
      most(
        '"pays for itself" wrong, measured or indicated',
        wrong.length / Math.max(1, sure.length),
        0.15,
      ),
    ],
  }
}

function summaryOf({
  plan,
  seed,
  status,
  channels,
  ...attribution
}: MarketplaceScore): MarketplaceSummary {
  const caused = sum(channels.map((one) => one.caused))
  return {
    plan,
    seed,
    status,
    orders: caused,
    channelError: sum(channels.map((one) => Math.abs(one.mean - one.caused))) / caused,
    totalError: sum(channels.map((one) => one.mean)) / caused - 1,
    covered: channels.filter(covers).length,
    channels: channels.length,
    attributed: attribution.attributed / caused,
    calibrated: attribution.attributedCalibrated / caused,
  }
}

function covers({ low, high, caused }: MarketplaceScore['channels'][number]): boolean {
  return low <= caused && caused <= high
}
