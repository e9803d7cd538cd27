/** What happened to one lot on one day. */
export interface LotDay {
  /** Index into the rules' channels. */
  readonly channel: number
  readonly clickDay: number
  readonly day: number
  readonly openingClicks: number
  readonly bornClicks: number
  readonly consumedClicks: number
  readonly decayedClicks: number
  readonly expiredClicks: number
  readonly closingClicks: number
  readonly openingCents: number
  readonly bornCents: number
  readonly consumedCents: number
  readonly decayedCents: number
  readonly expiredCents: number
  readonly closingCents: number
  /** Lot position of the first click consumed today. */
  readonly firstPosition: number
  /** Where the clicks consumed today begin in the channel's consumed sequence of the day. */
  readonly sequenceStart: number
}

const fields = [
  'channel',
  'clickDay',
  'day',
  'openingClicks',
  'bornClicks',
  'consumedClicks',
  'decayedClicks',
  'expiredClicks',
  'closingClicks',
  'openingCents',
  'bornCents',
  'consumedCents',
  'decayedCents',
  'expiredCents',
  'closingCents',
  'firstPosition',
  'sequenceStart',
] as const satisfies readonly (keyof LotDay)[]

/** Lot days by column, one array a field, all of one length. */
export type LotDayColumns = Readonly<Record<keyof LotDay, Float64Array>>

/** Collects lot days in columns: typed arrays that double when full. */
export class Ledger {
  #columns: Record<keyof LotDay, Float64Array>
  #rows = 0

  constructor(capacity = 4096) {
    this.#columns = columnsOf(() => new Float64Array(capacity))
  }

  add(lotDay: LotDay): void {
    if (this.#rows === this.#columns.day.length) this.#grow()
    for (const field of fields) this.#columns[field][this.#rows] = lotDay[field]
    this.#rows++
  }

  /** The rows so far. */
  columns(): LotDayColumns {
    return columnsOf((field) => this.#columns[field].subarray(0, this.#rows))
  }

  #grow(): void {
    this.#columns = columnsOf((field) => {
      const grown = new Float64Array(this.#rows * 2)
      grown.set(this.#columns[field])
      return grown
    })
  }
}

function columnsOf(
  make: (field: keyof LotDay) => Float64Array,
): Record<keyof LotDay, Float64Array> {
  return Object.fromEntries(fields.map((field) => [field, make(field)])) as Record<
    keyof LotDay,
    Float64Array
  >
}
