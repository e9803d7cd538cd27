import { createHash } from 'node:crypto'
import type { Columns } from '../engine/index.js'
import { marketSchema } from '../schema/market.js'
import type { RunInputs, Stage, StageContext } from '../stage.js'
import { drawClicks, expectMarket } from './engine/simulate.js'
import { readLiftNotes } from './plan/lift-notes.js'
import { readPlanNotes } from './plan/plan-notes.js'
import { readMarket } from './read-market.js'
import {
  balanceColumns,
  channelColumns,
  dailyColumns,
  noteColumns,
  releaseColumns,
  seasonColumns,
} from './tables.js'

/** Stage 3: spend becomes clicks, with memory. */
export const marketStage: Stage = {
  name: 'market',
  needs: ['dwh'],
  usesChance: true,
  schema: marketSchema,
  fingerprint,
  build: buildMarket,
}

/** A plan given by hand comes from outside. */
async function fingerprint({ plan }: RunInputs): Promise<string> {
  return plan ? createHash('sha256').update(JSON.stringify(plan)).digest('hex') : ''
}

async function buildMarket({
  db,
  assumptions,
  seed,
  inputs,
  progress,
}: StageContext): Promise<void> {
  const source = { assumptions, rows: db.rows.bind(db), spendPlan: inputs.plan }
  const market = await readMarket(source)
  const ids = market.channels.map(({ id }) => id)
  const notes = [...(await readPlanNotes(source)), ...(await readLiftNotes(source, ids))]
  progress(`${market.channels.length} channels over ${market.days} days`)
  const { expectations, clicks } = await db.measured('computation', 'market', async () => {
    const expectations = expectMarket(market)
    return {
      expectations,
      clicks: expectations.map((expectation) => drawClicks(expectation, market, seed)),
    }
  })
  const tables: Readonly<Record<string, Columns>> = {
    dim_channel: channelColumns(market),
    fct_marketing_daily: dailyColumns(market, expectations, clicks),
    spend_release: releaseColumns(market, expectations),
    channel_balances: balanceColumns(market, expectations),
    season_effects: seasonColumns(market),
    plan_notes: noteColumns(notes),
  }
  for (const [name, columns] of Object.entries(tables)) {
    await db.putTable(name, marketSchema[name]!, columns)
  }
}
