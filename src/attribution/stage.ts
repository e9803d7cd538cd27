import { createParams, type Engine, readModels, runModels } from '../engine/index.js'
import { attributionSchema } from '../schema/attribution.js'
import type { Stage, StageContext } from '../stage.js'
import { type InventoryRun, runInventory } from './inventory.js'
import { type InventoryRules, readRules } from './rules.js'
import { readSupplyAndDemand, type SupplyAndDemand } from './supply-and-demand.js'
import { channelBlocks, channelBlocksSchema, demandDaily, lotDaily } from './tables.js'

const models = readModels(new URL('./models/', import.meta.url), [
  'click_lots',
  'click_inventory_daily',
  'bridge_order_clicks',
  'fct_order_attribution',
])

/** Stage 4: orders consume an inventory of clicks. */
export const attributionStage: Stage = {
  name: 'attribution',
  needs: ['dwh', 'market'],
  hasModels: true,
  usesChance: true,
  schema: attributionSchema,
  build,
}

async function build({
  db,
  engine = db,
  assumptions,
  seed,
  progress,
}: StageContext): Promise<void> {
  const horizon = await readSupplyAndDemand(db)
  const rules = readRules(assumptions, horizon.channels, seed)
  progress(`${horizon.days} days of ${horizon.channels.length} channels`)
  const run = await db.measured('computation', 'inventory', async () =>
    runInventory(horizon, rules),
  )
  await writePlan(engine, horizon, rules, run)
  await createParams(engine, { seed_text: String(seed) })
  await runModels(engine, models, (name) => progress(`making ${name}`))
}

/** Everything that SQL needs to know of the machine's run, in bulk. */
async function writePlan(
  engine: Engine,
  horizon: SupplyAndDemand,
  rules: InventoryRules,
  run: InventoryRun,
): Promise<void> {
  const { demand_daily, click_lot_daily } = attributionSchema
  const demand = demandDaily(horizon.firstDay, run.demand)
  await engine.putTable('demand_daily', demand_daily!, demand)
  await engine.putTable('click_lot_daily', click_lot_daily!, lotDaily(run.lotDays, rules))
  const blocks = channelBlocks(horizon.firstDay, run, rules)
  await engine.putTable('channel_blocks', channelBlocksSchema, blocks, 'temporary')
}
