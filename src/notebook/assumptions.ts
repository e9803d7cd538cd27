import { formatBrl } from '../format/money.js'
import { formatBps, formatNumber } from '../format/number.js'
import { inWords } from '../format/words.js'
import { htmlTable } from './table.js'

/** One business assumption as a notebook shows it. */
export interface ShownAssumption {
  /** Its path in the registry, e.g. `market.channels.email_marketing.ctr_bps`. */
  readonly id: string
  readonly value: unknown
  /** `cents`, `bps` and `millionths` are written as R$, % and decimals; nouns follow the number. */
  readonly unit: string
  /** What values are allowed, in words. */
  readonly allowed: string
  /** Why this value. */
  readonly why: string
  /** Where it comes from. */
  readonly source: string
  /** False where the analyst changed it, which is then said. */
  readonly isDefault?: boolean
}

/**
 * The assumptions of a stage: value, what is allowed, why, and where it comes from. Members of a
 * collection that share one declaration (a rate of every channel, say) share one row.
 */
export function assumptionTable(
  assumptions: readonly ShownAssumption[],
  caption = 'Assumptions of this stage',
): string {
  const rows = groupMembers(assumptions).map((group) => ({
    id: groupId(group),
    value: groupValue(group),
    allowed: group[0]!.allowed,
    why: group[0]!.why,
    source: group[0]!.source,
  }))
  return htmlTable(rows, {
    caption,
    columns: { id: 'Assumption', value: 'Value', allowed: 'Allowed', why: 'Why', source: 'Source' },
    formats: { id: 'plain', value: 'plain' },
    maxRows: rows.length,
  })
}

type Group = readonly ShownAssumption[]

function groupMembers(assumptions: readonly ShownAssumption[]): Group[] {
  const groups = new Map<string, ShownAssumption[]>()
  for (const row of assumptions) {
    const parts = row.id.split('.')
    const pattern = [...parts.slice(0, -2), parts.at(-1)].join('.')
    const key = JSON.stringify([pattern, parts.length, row.unit, row.allowed, row.why, row.source])
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
}

function groupId(group: Group): string {
  const id = group[0]!.id
  if (group.length === 1) return id
  const parts = id.split('.')
  return [...parts.slice(0, -2), '*', parts.at(-1)].join('.')
}

function groupValue(group: Group): string {
  const values = group.map(shownValue)
  if (group.length === 1) return values[0]!
  if (new Set(values).size === 1) return `${values[0]} each`
  return group.map(({ id }, i) => `${inWords(id.split('.').at(-2)!)} ${values[i]}`).join('; ')
}

function shownValue({ value, unit, isDefault }: ShownAssumption): string {
  const text = valueWithUnit(value, unit) || 'none'
  return isDefault === false ? `${text} (changed)` : text
}

function valueWithUnit(value: unknown, unit: string): string {
  if (Array.isArray(value)) return value.map((item) => valueWithUnit(item, unit)).join('; ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'number') return String(value)
  if (unit === 'cents') return formatBrl(value)
  if (unit === 'bps') return formatBps(value)
  if (unit === 'millionths') return decimalText(value / 1e6)
  const noun = ['days', 'months', 'clicks', 'impressions'].includes(unit) ? ` ${unit}` : ''
  return decimalText(value) + noun
}

/** As many decimals as the number has, at most six. */
function decimalText(value: number): string {
  const decimals = Number.isInteger(value) ? 0 : (String(value).split('.')[1] ?? '').length
  return formatNumber(value, Math.min(6, decimals))
}
