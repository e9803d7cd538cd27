import { roundHalfAway } from '../../money/round.js'
import type { SensitivityRow } from '../sensitivity/tornado.js'
import type { VerdictRange } from '../sensitivity/verdict-range.js'

/** A row of `sensitivity`. */
export function sensitivityRow(row: SensitivityRow) {
  return {
    question: row.question,
    channel: row.channel,
    assumption_id: row.assumption,
    basis: row.basis,
    value: row.value,
    low_value: row.low,
    high_value: row.high,
    answer_at_value: roundHalfAway(row.answerAtValue),
    answer_at_low: roundHalfAway(row.answerAtLow),
    answer_at_high: roundHalfAway(row.answerAtHigh),
    flip_value: row.flip,
    rank: row.rank,
  }
}

/** A row of `verdict_range`. */
export function verdictRangeRow({ figure, value, low, high, pAbove }: VerdictRange, draws: number) {
  return {
    figure,
    value: roundHalfAway(value),
    low: roundHalfAway(low),
    high: roundHalfAway(high),
    p_above_zero_bps: Math.round(pAbove * 10_000),
    draws,
  }
}
