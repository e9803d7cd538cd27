import { changeWords } from '../../assumptions/index.js'
import { escapeHtml } from '../../format/html.js'
import { valueWithUnit } from '../../format/index.js'
import { laws } from '../../judgment/index.js'
import { type AssumptionGroup, covers } from './assumption-groups.js'
import type { DictionaryContext } from './context.js'
import { anchors, DICTIONARY, dictionaryLink, linkLine } from './links.js'

/** Every assumption in force, by stage: value, why, the tables and laws that it reaches. */
export function assumptionSections(context: DictionaryContext): string {
  const stages = [...new Set(context.assumptions.map(({ pattern }) => pattern.split('.')[0]!))]
  const parts = stages.flatMap((stage) => [
    `<h3 id="${anchors.assumptions(stage)}">Assumptions of ${stage}</h3>`,
    ...context.assumptions
      .filter(({ pattern }) => pattern.startsWith(`${stage}.`))
      .map((group) => assumptionPart(group, context)),
  ])
  return parts.join('\n')
}

function assumptionPart(group: AssumptionGroup, context: DictionaryContext): string {
  const { pattern, rows } = group
  const { allowed, source, why } = rows[0]!
  const reached = (needs: readonly string[]) =>
    needs.some((need) => covers(need, pattern) || covers(pattern, need))
  const tables = [...context.lineage.values()].filter(({ assumes }) => reached(assumes))
  const guards = laws.filter(({ needs }) => reached(needs))
  return [
    `<h4 id="${anchors.assumption(pattern)}">${pattern}</h4>`,
    `<p>${escapeHtml(values(group, context))}. Allowed: ${escapeHtml(allowed)}. ${escapeHtml(why)} <span class="quiet">${escapeHtml(source)}</span></p>`,
    linkLine(
      'Used by',
      tables.map(({ table }) => dictionaryLink('table', table, DICTIONARY)),
    ),
    linkLine(
      'Checked by',
      guards.map(({ id }) => dictionaryLink('law', id, DICTIONARY)),
    ),
  ]
    .filter(Boolean)
    .join('\n')
}

function values({ pattern, rows }: AssumptionGroup, { notation }: DictionaryContext): string {
  const shown = rows.map((row) => {
    const text = valueWithUnit(row.value, row.unit, notation) || 'none'
    const change = changeWords(row)
    return { name: row.id.split('.').at(-2)!, text: change === '' ? text : `${text} (${change})` }
  })
  const texts = new Set(shown.map(({ text }) => text))
  if (!pattern.includes('*') || texts.size === 1)
    return `${shown[0]!.text}${rows.length > 1 ? ' each' : ''}`
  return shown.map(({ name, text }) => `${notation.nameOf(name)} ${text}`).join('; ')
}
