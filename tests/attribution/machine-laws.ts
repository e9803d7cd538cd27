import type { InventoryRun } from '../../src/attribution/inventory.js'
import type { LotDayColumns } from '../../src/attribution/ledger.js'
import type { SmallMarket } from './markets.js'

/**
 * The laws of the state machine, checked on what it wrote without its code.
 *
 * @returns one line per violation, beginning with the law's name
 */
export function machineViolations({ input, rules }: SmallMarket, run: InventoryRun): string[] {
  const rows = lotDayRows(run.lotDays)
  return [
    ...lotLaws(rows, input.firstDay + input.orders.length - 1),
    ...birthLaws(rows, { input, rules }),
    ...windowLaws(rows, { input, rules }),
    ...dayLaws(rows, run, { input, rules }),
  ]
}

export type LotDayRow = Record<keyof LotDayColumns, number>

export function lotDayRows(columns: LotDayColumns): LotDayRow[] {
  const names = Object.keys(columns) as (keyof LotDayColumns)[]
  return Array.from(columns.day, (_, i) =>
    Object.fromEntries(names.map((name) => [name, columns[name][i]])),
  ) as LotDayRow[]
}

/** Every lot: born = consumed + decayed + expired + live, and each day opens where the last closed. */
function lotLaws(rows: readonly LotDayRow[], lastDay: number): string[] {
  const problems: string[] = []
  for (const [lot, days] of groups(rows, (row) => `${row.channel}/${row.clickDay}`)) {
    for (const unit of ['Clicks', 'Cents'] as const) {
      const total = (flow: string) =>
        sum(days.map((row) => row[`${flow}${unit}` as keyof LotDayRow]))
      const last = days.at(-1)!
      const gone = total('consumed') + total('decayed') + total('expired')
      const born = days[0]![`born${unit}`] + days[0]![`opening${unit}`]
      const live = last.day === lastDay ? last[`closing${unit}`] : 0
      if (born !== gone + live) problems.push(`lot ${unit}: ${lot}`)
      days.slice(1).forEach((row, i) => {
        const closed = days[i]![`closing${unit}`]
        if (row[`opening${unit}`] !== closed || row.day !== days[i]!.day + 1) {
          problems.push(`continuity ${unit}: ${lot} day ${row.day}`)
        }
      })
      if (days.some((row) => Object.values(row).some((value) => value < 0))) {
        problems.push(`negative: ${lot}`)
      }
    }
  }
  return problems
}

/** Every click that came in is born, with all its cost; nothing else is. */
function birthLaws(rows: readonly LotDayRow[], { input, rules }: SmallMarket): string[] {
  const channels = rules.channels.length
  const born = new Map(
    rows.filter((row) => row.bornClicks > 0).map((row) => [`${row.channel}/${row.day}`, row]),
  )
  const problems: string[] = []
  for (let i = 0; i < input.clicks.length; i++) {
    const key = `${i % channels}/${input.firstDay + Math.floor(i / channels)}`
    const row = born.get(key)
    born.delete(key)
    if ((row?.bornClicks ?? 0) !== input.clicks[i]) problems.push(`born clicks: ${key}`)
    if (input.clicks[i]! > 0 && row?.bornCents !== input.costCents[i]) {
      problems.push(`born cents: ${key}`)
    }
  }
  return [...problems, ...[...born.keys()].map((key) => `phantom lot: ${key}`)]
}

/** No lot serves before birth or beyond its window, nor lives beyond what decay lets live. */
function windowLaws(rows: readonly LotDayRow[], { rules }: SmallMarket): string[] {
  const lotClicks = new Map(
    rows
      .filter((row) => row.bornClicks > 0)
      .map((row) => [`${row.channel}/${row.clickDay}`, row.bornClicks]),
  )
  return rows.flatMap((row) => {
    const { windowDays, survival } = rules.channels[row.channel]!
    const age = row.day - row.clickDay
    const born = lotClicks.get(`${row.channel}/${row.clickDay}`)
    const problems: string[] = []
    if (row.consumedClicks > 0 && age < 0) problems.push(`effect before cause: day ${row.day}`)
    if (age >= windowDays) problems.push(`beyond window: day ${row.day}`)
    if (born !== undefined && age >= 0 && age < windowDays) {
      const mayLive = (BigInt(born) * BigInt(survival[age + 1]!)) / 1_000_000n
      if (row.closingClicks > mayLive) problems.push(`lives too long: day ${row.day}`)
      if (row.closingClicks < mayLive && row.decayedClicks + row.expiredClicks > 0) {
        problems.push(`decays too much: day ${row.day}`)
      }
    }
    if (row.expiredClicks > 0 && age !== windowDays - 1)
      problems.push(`expires early: day ${row.day}`)
    if (row.decayedClicks > 0 && age === windowDays - 1)
      problems.push(`decays late: day ${row.day}`)
    return problems
  })
}

/** Every day: orders find a channel while there is capacity, and consume exactly what they need. */
function dayLaws(
  rows: readonly LotDayRow[],
  { demand, served }: InventoryRun,
  { input, rules }: SmallMarket,
): string[] {
  const byDay = new Map(groups(rows, (row) => `${row.day}/${row.channel}`))
  const problems: string[] = []
  let cumulative = input.opening?.cumulativeOrders ?? 0
  for (let t = 0; t < input.orders.length; t++) {
    const day = input.firstDay + t
    let attributed = 0
    let capacity = 0
    for (const [c, { clicksPerOrder }] of rules.channels.entries()) {
      const lots = byDay.get(`${day}/${c}`) ?? []
      const live = sum(lots.map((row) => row.openingClicks + row.bornClicks))
      const orders = served[t * rules.channels.length + c]!
      capacity += Math.floor(live / clicksPerOrder)
      attributed += orders
      if (orders > Math.floor(live / clicksPerOrder)) problems.push(`over capacity: day ${day}`)
      if (sum(lots.map((row) => row.consumedClicks)) !== orders * clicksPerOrder) {
        problems.push(`consumption: day ${day} channel ${c}`)
      }
      let sequence = 0
      for (const row of lots) {
        if (row.sequenceStart !== sequence) problems.push(`sequence: day ${day}`)
        sequence += row.consumedClicks
      }
    }
    const declared = demand.declaredDirect[t]!
    const before = (BigInt(cumulative) * BigInt(rules.directDemandBps)) / 10_000n
    cumulative += input.orders[t]!
    const upTo = (BigInt(cumulative) * BigInt(rules.directDemandBps)) / 10_000n
    if (declared !== Number(upTo - before)) problems.push(`declared direct: day ${day}`)
    if (capacity !== demand.capacity[t]) problems.push(`capacity: day ${day}`)
    if (attributed !== Math.min(input.orders[t]! - declared, capacity)) {
      problems.push(`direct beside supply: day ${day}`)
    }
    if (demand.orders[t] !== declared + demand.attributed[t]! + demand.unserved[t]!) {
      problems.push(`demand: day ${day}`)
    }
    if (demand.attributed[t] !== attributed) problems.push(`attributed: day ${day}`)
  }
  return problems
}

function groups(
  rows: readonly LotDayRow[],
  key: (row: LotDayRow) => string,
): [string, LotDayRow[]][] {
  const grouped = new Map<string, LotDayRow[]>()
  for (const row of rows) {
    const group = grouped.get(key(row))
    if (group) group.push(row)
    else grouped.set(key(row), [row])
  }
  return [...grouped]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
