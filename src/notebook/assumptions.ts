import { type AssumptionBasis, changeWords } from '../assumptions/index.js'
import { type Notation, valueWithUnit } from '../format/index.js'
import { htmlText } from './html.js'
import { htmlTable } from './table.js'

/** One business assumption as a notebook shows it. */
export interface ShownAssumption {
  /** Its path in the registry, e.g. `market.channels.email_marketing.ctr_bps`. */
  readonly id: string
  readonly value: unknown
  /** `cents`, `bps` and `millionths` are written as money, % and decimals; nouns follow the number. */
  readonly unit: string
  /** What values are allowed, in words. */
  readonly allowed: string
  /** Why this value. */
  readonly why: string
  /** Where it comes from. */
  readonly source: string
  /** False where the analyst changed it, which is then said. */
  readonly isDefault?: boolean
  /** What it rests on. Default declared. */
  readonly basis?: AssumptionBasis
}

/**
 * The assumptions of a stage: value, what is allowed, why, and where it comes from. Members of a
 * collection that share one declaration (a rate of every channel, say) share one row. Those that the
 * analyst changed are in view, the others folded into one line.
 */
export function assumptionTable(
  assumptions: readonly ShownAssumption[],
  notation: Notation,
  caption = 'Assumptions of this stage',
): string {
  const groups = groupMembers(assumptions)
  const changed = groups.filter((group) => group.some(({ isDefault }) => isDefault === false))
  const others = groups.filter((group) => !changed.includes(group))
  const line = changed.length === 0 ? 'none is changed' : 'not changed'
  return [
    ...(changed.length > 0 ? [tableOf(changed, notation, `${caption}: changed`)] : []),
    ...(others.length > 0
      ? [
          '<details>',
          `<summary>${htmlText(caption)}: ${others.length}, ${line}</summary>`,
          tableOf(others, notation),
          '</details>',
        ]
      : []),
  ].join('\n')
}

function tableOf(groups: readonly Group[], notation: Notation, caption?: string): string {
  const rows = groups.map((group) => ({
    id: groupId(group),
    value: groupValue(group, notation),
    allowed: group[0]!.allowed,
    why: group[0]!.why,
    source: group[0]!.source,
  }))
  return htmlTable(rows, notation, {
    ...(caption === undefined ? {} : { caption }),
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

function groupValue(group: Group, notation: Notation): string {
  const values = group.map((one) => shownValue(one, notation))
  if (group.length === 1) return values[0]!
  if (new Set(values).size === 1) return `${values[0]} each`
  return group
    .map(({ id }, i) => `${notation.nameOf(id.split('.').at(-2)!)} ${values[i]}`)
    .join('; ')
}

function shownValue(assumption: ShownAssumption, notation: Notation): string {
  const { value, unit } = assumption
  const change = changeWords(assumption)
  const text = valueWithUnit(value, unit, notation) || 'none'
  return change === '' ? text : `${text} (${change})`
}
