import { readFileSync } from 'node:fs'
import { InputError } from '../errors.js'
import { curves } from '../response/index.js'
import { formatKeys, MapReader } from '../sources/index.js'
import { readYaml } from '../yaml.js'

/** The columns of one channel. */
export interface ChannelColumns {
  readonly spend: string
  readonly impressions?: string
  readonly clicks?: string
  /** Outcome that attribution gave the channel. */
  readonly attributed?: string
}

/** Which column of a flat series is what. */
export interface SeriesColumns {
  readonly date?: string
  readonly outcome?: string
  /** What one unit of the outcome is worth, in the money of spend. */
  readonly worth?: string
  readonly channels: Readonly<Record<string, ChannelColumns>>
  readonly controls: readonly string[]
  readonly events: readonly string[]
}

/** What a person says of a flat series: what is left out is read from the headers. */
export interface SeriesMap extends Partial<Omit<SeriesColumns, 'worth'>> {
  readonly delimiter?: string
  readonly encoding?: string
  readonly decimal?: '.' | ','
  readonly grouping?: string
  readonly dateFormat?: string
  /** A column, or one number for all periods. */
  readonly worth?: string | number
  /** Whether the outcome counts things. Default: whole numbers do, unless the name says money. */
  readonly counts?: boolean
  /** How budgets were made, where it cannot be measured: with one channel. */
  readonly plan?: (typeof plans)[number]
  /** How response is taken to flatten, of all channels. Default `michaelis_menten`. */
  readonly saturation?: (typeof saturations)[number]
}

const plans = ['own', 'follows_past_orders', 'follows_unseen'] as const
const saturations = curves.map(({ kind }) => kind)
const channelKeys = ['spend', 'impressions', 'clicks', 'attributed'] as const
const keys = [
  ...['date', 'outcome', 'worth', 'counts', 'plan', 'saturation'],
  ...['channels', 'controls', 'events'],
]

/**
 * Reads the map of a flat series: YAML with the one key `series`.
 *
 * @throws InputError that names every wrong key with what came, what is allowed and what to do
 */
export function readSeriesMap(path: string): SeriesMap {
  const { value: read, problem } = readYaml(textOf(path))
  if (problem) throw new InputError(`${path} is not valid YAML: ${problem}`)
  const reader = new MapReader()
  const root = reader.tree(read, '', ['series'])
  const tree = reader.tree(root.series, 'series', [
    ...formatKeys.filter((key) => key !== 'file' && key !== 'time_zone'),
    ...keys,
  ])
  const format = reader.format({ ...tree, file: path }, 'series')
  const wrong = (key: string, value: unknown, allowed: string) => {
    reader.problems.push(`series.${key}: got ${JSON.stringify(value)}, allowed ${allowed}.`)
  }
  const text = (key: 'date' | 'outcome') => {
    if (tree[key] === undefined) return {}
    if (typeof tree[key] !== 'string') wrong(key, tree[key], 'the name of a column')
    return { [key]: tree[key] as string }
  }
  const list = (key: 'controls' | 'events') => {
    const value = tree[key]
    if (value === undefined) return {}
    if (!Array.isArray(value) || value.some((name) => typeof name !== 'string')) {
      wrong(key, value, 'a list of names of columns')
      return {}
    }
    return { [key]: value as string[] }
  }
  const { worth, counts, plan, saturation } = tree
  if (
    worth !== undefined &&
    typeof worth !== 'string' &&
    !(typeof worth === 'number' && worth > 0)
  ) {
    wrong('worth', worth, 'a number > 0, or the name of a column')
  }
  if (counts !== undefined && typeof counts !== 'boolean') wrong('counts', counts, 'true or false')
  if (plan !== undefined && !plans.includes(plan as never)) wrong('plan', plan, plans.join(', '))
  if (saturation !== undefined && !saturations.includes(saturation as never)) {
    wrong('saturation', saturation, saturations.join(', '))
  }
  const map: SeriesMap = {
    ...(tree.delimiter !== undefined && { delimiter: format.delimiter }),
    encoding: format.encoding,
    ...(tree.decimal !== undefined && { decimal: format.decimal }),
    ...(format.grouping && { grouping: format.grouping }),
    ...(tree.date_format !== undefined && { dateFormat: format.dateFormat }),
    ...text('date'),
    ...text('outcome'),
    ...(worth !== undefined && { worth: worth as string | number }),
    ...(counts !== undefined && { counts: counts as boolean }),
    ...(plan !== undefined && { plan: plan as (typeof plans)[number] }),
    ...(saturation !== undefined && { saturation: saturation as (typeof saturations)[number] }),
    ...(tree.channels !== undefined && { channels: channelsOf(reader, tree.channels, wrong) }),
    ...list('controls'),
    ...list('events'),
  }
  if (reader.problems.length === 0) return map
  throw new InputError(reader.problems.map((words) => `${path}: ${words}`).join('\n'))
}

function channelsOf(
  reader: MapReader,
  value: unknown,
  wrong: (key: string, value: unknown, allowed: string) => void,
): Record<string, ChannelColumns> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    wrong('channels', value, 'channels, each with its columns: {tv: {spend: tv_cost}}')
    return {}
  }
  return Object.fromEntries(
    Object.entries(value).map(([id, columns]) => {
      if (typeof columns === 'string') return [id, { spend: columns }]
      const tree = reader.tree(columns, `series.channels.${id}`, channelKeys)
      for (const key of channelKeys) {
        if (tree[key] === undefined ? key === 'spend' : typeof tree[key] !== 'string') {
          wrong(`channels.${id}.${key}`, tree[key] ?? null, 'the name of a column')
        }
      }
      return [id, tree as unknown as ChannelColumns]
    }),
  )
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new InputError(`${path}: cannot be read (${(error as Error).message}). Name a YAML file.`)
  }
}
