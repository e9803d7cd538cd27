/**
 * What a figure rests on, from the strongest to the weakest: `observed` in files; `fitted`, learnt
 * from what was observed; `declared`, an assumption; `simulated`, computed by the market model from
 * declared values.
 */
export const bases = ['observed', 'fitted', 'declared', 'simulated'] as const
export type Basis = (typeof bases)[number]

/** The weakest of some bases; `observed` where there is none. */
export function weakest(found: Iterable<Basis>): Basis {
  let place = 0
  for (const basis of found) place = Math.max(place, bases.indexOf(basis))
  return bases[place]!
}

/**
 * What money is made from at the bottom. The basis of spend, clicks and costs of goods follows from the
 * files of a run; that of the others is the same in every run.
 */
export const grounds = {
  orders: { name: 'orders, prices and freight', basis: 'observed' },
  payments: { name: 'payments', basis: 'observed' },
  files: { name: 'amounts of other files', basis: 'observed' },
  goods: { name: 'what goods cost', basis: 'of the run' },
  rates: { name: 'rates of commissions, fees, costs and taxes', basis: 'declared' },
  fixed_costs: { name: 'fixed costs', basis: 'declared' },
  plans: { name: 'prices of subscription plans', basis: 'declared' },
  spend: { name: 'spend', basis: 'of the run' },
  clicks: { name: 'clicks', basis: 'of the run' },
  incrementality: { name: 'what marketing caused', basis: 'fitted' },
  consumption: { name: 'which clicks led to an order', basis: 'simulated' },
} as const
export type Ground = keyof typeof grounds

/** The basis of every ground in one run. */
export type GroundBases = Readonly<Record<Ground, Basis>>

/** What the contribution of orders before marketing is made from. */
export const SALES: readonly Ground[] = ['orders', 'payments', 'goods', 'rates']
/** Money that is released with clicks. */
export const RELEASED: readonly Ground[] = ['spend', 'clicks']
/** Money of clicks that orders use up, or do not. */
export const MARKETING: readonly Ground[] = [...RELEASED, 'consumption']
/** Money of sales that is told apart by the channel an order came by, or set against marketing. */
export const SALES_AND_MARKETING: readonly Ground[] = [...SALES, ...MARKETING]
/** Money of all lines up to the marketing. */
export const UP_TO_MARKETING: readonly Ground[] = [...SALES, 'plans', ...MARKETING]
/** Money of the orders that marketing caused. */
export const CAUSED: readonly Ground[] = [...SALES, ...RELEASED, 'incrementality']
/** Money that comes in or goes out: spend is paid when it is due, whatever its clicks lead to. */
export const CASH: readonly Ground[] = [...SALES, 'plans', 'spend', 'fixed_costs']
/** Money of all that the business does. */
export const EVERYTHING: readonly Ground[] = [...UP_TO_MARKETING, 'fixed_costs']

/**
 * The bases of a run whose paid channels have these of their spend and of their clicks.
 *
 * @param goods what the cost of goods rests on: `observed` where files tell it of every item
 */
export function groundBases(
  paid: Iterable<{ spend: Basis; clicks: Basis }>,
  goods: Basis,
): GroundBases {
  const channels = [...paid]
  const ofRun = {
    goods,
    spend: weakest(channels.map(({ spend }) => spend)),
    clicks: weakest(channels.map(({ clicks }) => clicks)),
  }
  const fixed = Object.entries(grounds).flatMap(([ground, { basis }]) =>
    basis === 'of the run' ? [] : [[ground, basis] as const],
  )
  return { ...(Object.fromEntries(fixed) as GroundBases), ...ofRun }
}

/** The basis of a figure: the weakest of what it is made from. */
export function basisOf(restsOn: readonly Ground[], of: GroundBases): Basis {
  return weakest(restsOn.map((ground) => of[ground]))
}

/** How far spend and clicks of the paid channels of a run were observed. */
const evidenceWords = ['observed', 'partly observed', 'simulated'] as const
export type Evidence = (typeof evidenceWords)[number]

/** The evidence of a run: all of it observed, some of it, or none. */
export function evidenceOf(paid: Iterable<{ spend: Basis; clicks: Basis }>): Evidence {
  const found = [...paid].flatMap(({ spend, clicks }) => [spend, clicks])
  if (found.every((basis) => basis === 'observed')) return 'observed'
  return found.includes('observed') ? 'partly observed' : 'simulated'
}
