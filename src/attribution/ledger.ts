import type { LotMovement } from './live-lots.js'

/** What happened to every lot on every day it lived: one array a column, all of one length. */
export interface LotDayColumns {
  /** Index into the rules' channels. */
  readonly channel: Int32Array
  /** Day number of birth. */
  readonly clickDay: Int32Array
  /** Day number. */
  readonly day: Int32Array
  readonly openingClicks: Float64Array
  readonly bornClicks: Float64Array
  readonly consumedClicks: Float64Array
  readonly decayedClicks: Float64Array
  readonly expiredClicks: Float64Array
  readonly closingClicks: Float64Array
  readonly openingCents: Float64Array
  readonly bornCents: Float64Array
  readonly consumedCents: Float64Array
  readonly decayedCents: Float64Array
  readonly expiredCents: Float64Array
  readonly closingCents: Float64Array
  /** Lot position of the first click consumed on the day. */
  readonly firstPosition: Float64Array
  /** Where the clicks consumed begin in the channel's consumed sequence of the day. */
  readonly sequenceStart: Float64Array
}

/** Which lot on which day. */
export interface LotDayKey {
  readonly channel: number
  readonly clickDay: number
  readonly day: number
  readonly sequenceStart: number
}

/** Collects lot days in columns. */
export class Ledger {
  readonly #columns: LotDayColumns
  #rows = 0

  /** @param capacity rows it can hold: memory is taken as rows come */
  constructor(capacity: number) {
    this.#columns = mapColumns(
      () => new Int32Array(capacity),
      () => new Float64Array(capacity),
    )
  }

  add(key: LotDayKey, movement: LotMovement): void {
    const columns = this.#columns
    const row = this.#rows++
    columns.channel[row] = key.channel
    columns.clickDay[row] = key.clickDay
    columns.day[row] = key.day
    columns.sequenceStart[row] = key.sequenceStart
    columns.openingClicks[row] = movement.openingClicks
    columns.bornClicks[row] = movement.bornClicks
    columns.consumedClicks[row] = movement.consumedClicks
    columns.decayedClicks[row] = movement.decayedClicks
    columns.expiredClicks[row] = movement.expiredClicks
    columns.closingClicks[row] = movement.closingClicks
    columns.openingCents[row] = movement.openingCents
    columns.bornCents[row] = movement.bornCents
    columns.consumedCents[row] = movement.consumedCents
    columns.decayedCents[row] = movement.decayedCents
    columns.expiredCents[row] = movement.expiredCents
    columns.closingCents[row] = movement.closingCents
    columns.firstPosition[row] = movement.firstPosition
  }

  /** The rows so far. */
  columns(): LotDayColumns {
    return mapColumns(
      (name) => this.#columns[name].subarray(0, this.#rows),
      (name) => this.#columns[name].subarray(0, this.#rows),
    )
  }
}

type KeyColumn = 'channel' | 'clickDay' | 'day'

function mapColumns(
  key: (name: KeyColumn) => Int32Array,
  count: (name: Exclude<keyof LotDayColumns, KeyColumn>) => Float64Array,
): LotDayColumns {
  return {
    channel: key('channel'),
    clickDay: key('clickDay'),
    day: key('day'),
    openingClicks: count('openingClicks'),
    bornClicks: count('bornClicks'),
    consumedClicks: count('consumedClicks'),
    decayedClicks: count('decayedClicks'),
    expiredClicks: count('expiredClicks'),
    closingClicks: count('closingClicks'),
    openingCents: count('openingCents'),
    bornCents: count('bornCents'),
    consumedCents: count('consumedCents'),
    decayedCents: count('decayedCents'),
    expiredCents: count('expiredCents'),
    closingCents: count('closingCents'),
    firstPosition: count('firstPosition'),
    sequenceStart: count('sequenceStart'),
  }
}
