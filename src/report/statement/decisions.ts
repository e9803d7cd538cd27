import { UNSURE_SHARE } from '../../decisions/index.js'
import {
  adviceSentences,
  causeColumns,
  figureRangeRows,
  hangsOnSentences,
  learnedSentence,
  planColumns,
  type RunDecisions,
  rangeSentence,
} from '../decisions/index.js'
import { causeSentence } from '../sentences.js'
import type { SectionMaker, StatementTable } from './document.js'

/** What marketing caused, what should change and how sure that is; where decisions were made. */
export const decisionsDetail: SectionMaker = ({ decisions }) => {
  if (!decisions || decisions.channels.length === 0) return undefined
  return {
    id: 'decisions-detail',
    title: 'What marketing caused, and what should change',
    sentences: [
      learnedSentence(decisions),
      causeSentence(decisions),
      ...adviceSentences(decisions),
      ...hangsOnSentences(decisions),
      rangeSentence(decisions),
    ].filter(Boolean),
    tables: [causes(decisions), plans(decisions), ranges(decisions)],
  }
}

const RESTS =
  'Rests on what channels caused, which is fitted where data or tests tell and declared elsewhere.'

function causes({ channels }: RunDecisions): StatementTable {
  return {
    caption: 'By what a channel caused; ranges are 5% to 95%',
    rows: channels,
    columns: {
      channel: 'Channel',
      basis: 'Basis',
      ...causeColumns,
      p_pays_bps: 'Probability that it pays',
      causal_waste_cents: 'Causal waste',
      ledger_waste_cents: 'Ledger waste',
    },
    basis: RESTS,
    sql: 'select * from decisions.channel_value order by spend_cents desc',
  }
}

function plans({ plans: rows }: RunDecisions): StatementTable {
  return {
    caption: `Plans against the one of history; none is advised that moves more than ${UNSURE_SHARE * 100}% of its money without support`,
    rows,
    columns: {
      name: 'Plan',
      ...planColumns,
      p_better_bps: 'Better with',
      unsupported_bps: 'Unsupported',
      advice: 'Advice',
    },
    basis: RESTS,
    sql: "select * from decisions.plan_summary where plan_id <> 'today' order by plan_id desc",
  }
}

function ranges(decisions: RunDecisions): StatementTable {
  return {
    caption: 'The verdict, with every assumption anywhere in its declared range',
    rows: figureRangeRows(decisions),
    columns: { figure: 'Figure', value: 'As told', low: '5%', high: '95%' },
    basis: 'Rests on declared ranges and the chance of the market.',
    sql: 'select * from decisions.verdict_range',
  }
}
