import { escapeHtml } from '../../format/html.js'
import { basisOf, type Ground, grounds } from '../../schema/basis.js'
import type { TableSchema } from '../../schema/column.js'
import { type DictionaryEntry, dictionary } from '../../schema/dictionary.js'
import type { TableLineage } from '../lineage/lineage.js'
import type { DictionaryContext } from './context.js'
import { folded, plainTable } from './html-table.js'
import { anchors, assumptionLinks, DICTIONARY, dictionaryLink, linkLine } from './links.js'
import { cellAnchor, tablesNamed } from './notebook-page.js'

const entries = dictionary()

/** One published table: meaning, grain, what it rests on, columns, where it comes from, what guards it. */
export function tableSection(
  table: string,
  schema: TableSchema,
  context: DictionaryContext,
): string {
  const line = context.lineage.get(table)!
  const columns = entries.filter((entry) => entry.table === table)
  const keys = schema.grain.map((key) => `<code>${key}</code>`).join(', ')
  return [
    `<h3 id="${anchors.table(table)}">${table}</h3>`,
    `<p>${escapeHtml(schema.about)}${keys ? ` One row per ${keys}.` : ''}${schema.optional ? ' Only where its file is there.' : ''}</p>`,
    restsOn(schema, context),
    ...originLines(line, context),
    linkLine('Shown in', shownIn(table, context)),
    folded(`Columns: ${columns.length}`, columnTable(schema, columns, context)),
    modelPart(line),
  ]
    .filter(Boolean)
    .join('\n')
}

/** A table on the way that is not published. */
export function workingSection(line: TableLineage, context: DictionaryContext): string {
  return [
    `<h3 id="${anchors.table(line.table)}">${line.table}</h3>`,
    ...originLines(line, context),
    modelPart(line),
  ]
    .filter(Boolean)
    .join('\n')
}

function originLines(line: TableLineage, { assumptions }: DictionaryContext): string[] {
  const links = (kind: 'table' | 'law', names: readonly string[]) =>
    names.map((name) => dictionaryLink(kind, name, DICTIONARY))
  return [
    linkLine('Made from', links('table', line.from)),
    linkLine('Feeds', links('table', line.feeds)),
    linkLine('Assumes', assumptionLinks(line.assumes, assumptions)),
    linkLine('Guarded by', links('law', line.laws)),
  ]
}

function restsOn({ restsOn }: TableSchema, { bases }: DictionaryContext): string {
  if (!restsOn || !bases) return ''
  const words = restsOn.map((ground) => `${grounds[ground].name} (${bases[ground]})`)
  return `<p class="links"><b>Money rests on</b> ${words.join(', ')}</p>`
}

function columnTable(
  schema: TableSchema,
  columns: readonly DictionaryEntry[],
  { bases }: DictionaryContext,
): string {
  const basis = (of: readonly Ground[] | undefined) => (of && bases ? basisOf(of, bases) : '')
  const rows = columns.map(({ column, about, type, unit, isKey, restsOn }) => [
    `<code>${column}</code>${isKey ? ' (key)' : ''}`,
    escapeHtml(about),
    type,
    unit,
    column.endsWith('_cents') ? basis(restsOn ?? schema.restsOn) : '',
  ])
  return plainTable(['Column', 'Meaning', 'Type', 'Unit', 'Basis'], rows)
}

function modelPart({ model, by }: TableLineage): string {
  if (model) {
    return folded(`Model: ${model.file}`, `<pre>${escapeHtml(model.sql)}</pre>`)
  }
  return by ? `<p class="links"><b>Made by</b> ${by}</p>` : ''
}

/** The cells of the notebooks that ask a table. */
function shownIn(table: string, { notebooks }: DictionaryContext): string[] {
  return notebooks.flatMap(({ name, title, asked, sources }) =>
    [...asked]
      .filter(([number]) => !(sources.get(number) ?? '').includes('checkLaws('))
      .filter(([, statements]) => tablesNamed(statements).includes(table))
      .map(
        ([number]) =>
          `<a href="${name}.html#${cellAnchor(number)}">${escapeHtml(title)}, cell ${number}</a>`,
      ),
  )
}
