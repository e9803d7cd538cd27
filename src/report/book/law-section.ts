import { escapeHtml } from '../../format/html.js'
import { type Law, laws } from '../../judgment/index.js'
import { lawTables } from '../lineage/law-tables.js'
import type { DictionaryContext } from './context.js'
import { folded } from './html-table.js'
import { anchors, assumptionLinks, DICTIONARY, dictionaryLink, linkLine } from './links.js'

/** Every law with its SQL, by stage; those that are broken in this run first. */
export function lawSections(context: DictionaryContext): string {
  const stages = [...new Set(laws.map(({ stage }) => stage))]
  const parts = stages.flatMap((stage) => {
    const all = laws.filter((law) => law.stage === stage)
    const broken = all.filter(({ id }) => (context.findings.get(id)?.violations ?? 0) > 0)
    const others = all.filter((law) => !broken.includes(law))
    return [
      `<h3 id="${anchors.laws(stage)}">Laws of ${stage}</h3>`,
      ...[...broken, ...others].map((law) => lawPart(law, context)),
    ]
  })
  return parts.join('\n')
}

function lawPart(law: Law, context: DictionaryContext): string {
  const { id, statement, sql, needs, distrust } = law
  const tables = [...lawTables(law)].map((name) => dictionaryLink('table', name, DICTIONARY))
  return [
    `<h4 id="${anchors.law(id)}">${id}</h4>`,
    `<p>${escapeHtml(statement)}. ${resultWords(id, context)} When it is broken, distrust ${escapeHtml(distrust)}.</p>`,
    linkLine('Reads', tables),
    linkLine('Assumes', assumptionLinks(needs, context.assumptions)),
    folded('SQL: a row for each violation', `<pre>${escapeHtml(sql.trim())}</pre>`),
  ]
    .filter(Boolean)
    .join('\n')
}

function resultWords(id: string, { findings, notation }: DictionaryContext): string {
  const finding = findings.get(id)
  if (!finding) return 'Not asked of this run.'
  if (finding.violations === 0) return 'It holds in this run.'
  const money = notation.money.exact(finding.amount_cents)
  return `<b>In this run it is broken ${notation.number(finding.violations)} times (${finding.severity}), with ${money} at stake.</b>`
}
