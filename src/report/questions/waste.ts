import type { Row } from '../../engine/index.js'
import type { Workbench } from '../../workbench/index.js'

type Outcome = Readonly<
  Record<'spend_cents' | 'waste_cents' | 'orders' | 'attributed_orders', number>
>

/** Spend that met no order, as basis points of all; null without. */
const wasteBps = ({ spend_cents, waste_cents }: Outcome): number | null =>
  spend_cents === 0 ? null : Math.round((waste_cents * 10_000) / spend_cents)

async function readOutcome(workbench: Workbench): Promise<Outcome> {
  const [outcome] = await workbench.rows<Outcome>(`
    with market as (
      select sum(spend_cents)::bigint as spent, sum(released_cost_cents)::bigint as released
      from market.fct_marketing_daily
    )
    select (select coalesce(spent, 0) from market) as spend_cents,
      coalesce(sum(decayed_cents + expired_cents - born_cents), 0)::bigint
        + (select coalesce(released, 0) from market) as waste_cents,
      (select sum(orders)::bigint from attribution.demand_daily) as orders,
      (select sum(attributed_orders)::bigint from attribution.demand_daily) as attributed_orders
    from attribution.click_lots`)
  return outcome!
}

/** The same market under other clicks per order, which no file tells: times one half, as assumed, times two. */
export async function wasteByClicksPerOrder(workbench: Workbench): Promise<Row[]> {
  const assumed = workbench
    .assumptionRows('attribution')
    .filter(({ id }) => id.endsWith('.clicks_per_order'))
  const times = (factor: number) =>
    assumed.map(({ id, value }) => [id, Math.max(1, Math.round(Number(value) * factor))])
  const cases: [string, Workbench][] = [
    ['half as many', workbench.assume(Object.fromEntries(times(0.5)))],
    ['as assumed', workbench],
    ['twice as many', workbench.assume(Object.fromEntries(times(2)))],
  ]
  const rows: Row[] = []
  for (const [clicks_per_order, other] of cases) {
    if (other !== workbench) await other.run({ through: 'attribution' })
    const outcome = await readOutcome(other)
    const { waste_cents, orders, attributed_orders } = outcome
    const direct_orders = orders - attributed_orders
    const waste_bps = wasteBps(outcome)
    rows.push({ clicks_per_order, waste_bps, waste_cents, attributed_orders, direct_orders })
  }
  return rows
}

/** What orders took and what was left, by the model, and what that rests on. */
export async function inventoryAnswer(workbench: Workbench): Promise<string> {
  const { money, number, rate } = workbench.notation
  const outcome = await readOutcome(workbench)
  const { spend_cents, waste_cents, orders, attributed_orders } = outcome
  const share = rate(Math.round((attributed_orders * 10_000) / Math.max(1, orders)))
  const lost = wasteBps(outcome)
  return [
    `By the model, ${number(attributed_orders)} of ${number(orders)} orders (${share}) found clicks of a channel; the others are direct.`,
    lost === null
      ? 'Nothing is spent on marketing.'
      : `Of ${money.exact(spend_cents)} spent, ${money.exact(waste_cents)} (${rate(lost)}) met no order: on clicks that decayed or expired, or on days that brought no click. Both rest on assumptions, clicks per order among them.`,
  ].join(' ')
}
