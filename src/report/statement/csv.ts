import { dateOf, dayOf } from '../../time/calendar.js'
import { assumedAmounts } from './assumed.js'
import type { Statement } from './statement.js'

type Cell = string | number | boolean | Date | null | undefined

/** The statement as CSV (RFC 4180) in one long table: section, item, measure, value. */
export function statementCsv(statement: Statement): string {
  const {
    verdict,
    metrics,
    held,
    lines,
    channels,
    months,
    balances,
    flows,
    growth,
    cash,
    subscriptions,
    losses,
    sellers,
    judgment,
    ledger,
    comparisons,
    decisions,
  } = statement
  const { files, of_preset, changed, from_files, ...head } = statement.head
  const rows = [
    ...measures('head', 'run', head),
    ...files.flatMap(({ file_name, ...row }) => measures('head', file_name, row)),
    ...of_preset.flatMap(({ id, ...row }) => measures('assumption of the preset', id, row)),
    ...changed.flatMap(({ id, ...row }) => measures('changed assumption', id, row)),
    ...from_files.flatMap(({ id, ...row }) => measures('assumption from the files', id, row)),
    ...statement.notes.flatMap(({ note_id, ...row }) => measures('note', note_id, row)),
    ...measures('judgment', 'run', {
      consistent: judgment.consistent,
      evidence: judgment.evidence,
    }),
    ...statement.basis.figures.flatMap(({ figure, ...row }) => measures('basis', figure, row)),
    ...measures('verdict', 'all', verdict),
    ...measures('metrics', 'horizon', metrics),
    ...lines.flatMap(({ line, ...row }) => measures('profit and loss', line, row)),
    ...channels.flatMap(({ channel, ...row }) => measures('channel', channel, row)),
    ...months.flatMap(({ month, ...row }) => measures('month', text(month).slice(0, 7), row)),
    ...balances.flatMap(({ account, ...row }) => measures('balance', account, row)),
    ...flows.flatMap(({ event, ...row }) => measures('cash flow', event, row)),
    ...held.flatMap(({ state, from_days, ...row }) =>
      measures('held for sellers', `${state}, from ${from_days} days`, row),
    ),
    ...measures('subscriptions', 'at the close', subscriptions),
    ...growth.subscriptions.flatMap(({ month, ...row }) =>
      measures('subscriptions', text(month).slice(0, 7), row),
    ),
    ...growth.lifetimes.flatMap(({ channel, ...row }) => measures('lifetime value', channel, row)),
    ...growth.retention.flatMap(({ cohort, months_since, ...row }) =>
      measures('retention', `${cohort}, after ${months_since} months`, row),
    ),
    ...cash.months.flatMap(({ month, ...row }) => measures('cash', text(month).slice(0, 7), row)),
    ...cash.bridge.flatMap(({ kind, line, amount_cents }) =>
      measures('result to cash', `${kind}: ${line}`, { amount_cents }),
    ),
    ...cash.receivables.flatMap(({ payment_type, due_month, receivable_cents }) =>
      measures('receivable', `${payment_type}, due ${text(due_month).slice(0, 7)}`, {
        receivable_cents,
      }),
    ),
    ...(sellers?.origins ?? []).flatMap(({ group, ...row }) =>
      measures('leads by origin', group, row),
    ),
    ...(sellers?.months ?? []).flatMap(({ group, ...row }) =>
      measures('leads by month', group, row),
    ),
    ...(sellers?.cohorts ?? []).flatMap(({ closing_month, ...row }) =>
      measures('sellers won', text(closing_month).slice(0, 7), row),
    ),
    ...comparisons.found.flatMap(({ base, month, rows: of }) =>
      of.flatMap(({ line, name: _, ...row }) => measures(`${month} against ${base}`, line, row)),
    ),
    ...assumedAmounts(statement).flatMap(({ assumed, lines: of, ...row }) =>
      measures('assumed', assumed, { ...row, lines: of.join(' ') }),
    ),
    ...(decisions?.channels ?? []).flatMap(({ channel, ...row }) =>
      measures('caused by channel', channel, row),
    ),
    ...losses.flatMap(({ subject, ...row }) => measures('losses', subject, row)),
    ...ledger.rules.flatMap(({ line, ...row }) => measures('rule', line, row)),
    ...ledger.events.flatMap(({ account, event, ...row }) =>
      measures('books', `${account}: ${event}`, row),
    ),
    ...judgment.laws.flatMap(({ law_id, severity, violations, amount_cents }) =>
      measures('judgment', law_id, { severity, violations, amount_cents }),
    ),
  ]
  return `${[['section', 'item', 'measure', 'value'], ...rows].map(csvLine).join('\r\n')}\r\n`
}

function measures(section: string, item: string, row: object): string[][] {
  return Object.entries(row as Record<string, Cell>).map(([measure, value]) => [
    section,
    item,
    measure,
    text(value),
  ])
}

function text(value: Cell): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? dateOf(dayOf(value)) : String(value)
}

function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')
}
