import { InputError } from '../errors.js'
import { createNotation, type Notation, type ShownChannel } from '../format/index.js'
import type { Workbench } from './workbench.js'

/**
 * How the run of a workbench writes money, numbers and channels: as published where the stages have
 * run, else as its assumptions say.
 */
export async function readNotation(workbench: Workbench): Promise<Notation> {
  const published = await attachedStages(workbench)
  const assumed = published.has('judgment')
    ? await publishedValues(workbench)
    : new Map(workbench.assumptionRows().map(({ id, value }) => [id, String(value)]))
  const declared = declaredChannels(assumed)
  const channels = published.has('market') ? await runChannels(workbench, declared) : declared
  return createNotation({
    currency: assumed.get('place.currency')!,
    locale: assumed.get('place.locale')!,
    channels,
  })
}

async function attachedStages(workbench: Workbench): Promise<ReadonlySet<string>> {
  const rows = await workbench
    .rows<{ name: string }>('select database_name as name from duckdb_databases()')
    .catch((error) => {
      if (error instanceof InputError) return []
      throw error
    })
  return new Set(rows.map(({ name }) => name))
}

async function publishedValues(workbench: Workbench): Promise<Map<string, string>> {
  const rows = await workbench.rows<{ id: string; value: string }>(
    'select id, value from judgment.assumptions',
  )
  return new Map(rows.map(({ id, value }) => [id, value]))
}

const CHANNEL_NAME = /^market\.channels\.([^.]+)\.name$/

function declaredChannels(assumed: ReadonlyMap<string, string>): ShownChannel[] {
  return [...assumed].flatMap(([path, name]) => {
    const id = CHANNEL_NAME.exec(path)?.[1]
    if (id === undefined) return []
    const value = (field: string) => assumed.get(`market.channels.${id}.${field}`)!
    const kind = value('is_paid') === 'true' ? 'paid' : 'unpaid'
    return [{ id, name, kind, colour: value('colour') } as const]
  })
}

/** The channels of the market, those that are declared first and in that order. */
async function runChannels(
  workbench: Workbench,
  declared: readonly ShownChannel[],
): Promise<ShownChannel[]> {
  const rows = await workbench.rows<{ channel: string; name: string; is_paid: boolean }>(
    'select channel, name, is_paid from market.dim_channel order by channel',
  )
  const found = rows.map(({ channel: id, name, is_paid }): ShownChannel => {
    const colour = declared.find((one) => one.id === id)?.colour ?? ''
    return { id, name, kind: is_paid ? 'paid' : 'unpaid', colour }
  })
  const place = ({ id }: ShownChannel) => {
    const at = declared.findIndex((one) => one.id === id)
    return at === -1 ? declared.length : at
  }
  return found.sort((a, b) => place(a) - place(b))
}
