import { significant } from '../../format/index.js'
import { assumptionName } from '../sensitivity/index.js'
import { textTable } from '../text-table.js'
import { causeColumns, planColumns } from './columns.js'
import { hangsOnSentences, rangeSentence } from './hangs-on.js'
import type { RunDecisions } from './read.js'
import { adviceSentences, learnedSentence } from './sentences.js'

/** The decisions of a run as text: what may be learned, what was caused, what to do. */
export function decisionsText(decisions: RunDecisions): string {
  const { channels, plans, experiments, notation } = decisions
  const money = notation.money.symbol
  const shown = channels.map((row) => ({ ...row, grade: row.grade.replaceAll('_', ' ') }))
  return [
    learnedSentence(decisions),
    textTable(
      shown,
      {
        channel: `Channel (${money})`,
        grade: 'Grade',
        basis: 'Basis',
        ...causeColumns,
        p_pays_bps: 'P(pays)',
        ledger_waste_cents: 'Ledger waste',
        causal_waste_cents: 'Causal waste',
      },
      notation,
    ),
    textTable(
      plans,
      {
        name: `Plan (${money})`,
        ...planColumns,
        p_better_bps: 'P(better)',
        advice: 'Advice',
      },
      notation,
    ),
    textTable(
      movedRows(decisions),
      {
        answer: `What moves (${money})`,
        assumption: 'Assumption',
        low: 'Low',
        high: 'High',
        answer_at_low_cents: 'Answer at low',
        answer_at_high_cents: 'At high',
        flip: 'Flips at',
      },
      notation,
    ),
    textTable(
      experiments,
      {
        design: `Experiment (${money})`,
        channel: 'Channel',
        days: 'Days',
        share_bps: 'Share',
        evsi_cents: 'Value a year',
        cost_cents: 'Cost',
        net_cents: 'Net',
      },
      notation,
    ),
    ...channels
      .filter(({ note }) => note)
      .map(({ channel, note }) => `${notation.nameOf(channel)}: ${note}`),
    ...adviceSentences(decisions),
    ...hangsOnSentences(decisions),
    rangeSentence(decisions),
  ].join('\n\n')
}

/** What moves net profit and the gain of the best plan, the most first. */
function movedRows({ moved, notation }: RunDecisions) {
  return moved
    .filter(({ question }) => question !== 'pays')
    .map((row) => ({
      ...row,
      answer: row.question === 'net_profit' ? 'Net profit' : 'Best plan',
      assumption: assumptionName(row.assumption_id, notation),
      answer_at_low_cents: row.answer_at_low,
      answer_at_high_cents: row.answer_at_high,
      low: significant(row.low_value, 4),
      high: significant(row.high_value, 4),
      flip: row.flip_value === null ? null : significant(row.flip_value, 4),
    }))
}
