import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dateOf, dayOf } from '../../src/time/calendar.js'
import { readCsv } from '../synthetic/read-csv.js'

/** Leaves the first days of a file of spend out, and all that it counts. */
export function beginLate(dir: string, days: number): void {
  const { header, lines } = readSpend(dir)
  const dates = [...new Set(lines.map((line) => line.slice(0, 10)))].sort()
  const kept = lines
    .filter((line) => line.slice(0, 10) >= dates[days]!)
    .map((line) => [...line.split(',').slice(0, 3), '', ''].join(','))
  writeSpend(dir, [header, ...kept])
}

/** Takes every ninth line out of a file of spend, and the clicks from every seventh of its first channel. */
export function leaveGaps(dir: string): void {
  const { header, lines } = readSpend(dir)
  if (header !== HEADER) throw new Error(header)
  const first = lines[0]!.split(',')[1]
  const kept = lines.filter((_, i) => i % 9 !== 4)
  const told = kept.map((line, i) => {
    const cells = line.split(',')
    return cells[1] === first && i % 7 === 3 ? [...cells.slice(0, 4), ''].join(',') : line
  })
  writeSpend(dir, [header, ...told])
}

/** Lets a file of spend end so many days after the last order. */
export function goOn(dir: string, days: number): void {
  const { header, lines } = readSpend(dir)
  const { last } = purchases(dir)
  const kept = lines.filter((line) => dayOf(line.slice(0, 10)) <= last)
  writeSpend(dir, [header, ...kept, `${dateOf(last + days)},google_search,20.00,,`])
}

/** Spend on one day only, so many days before the first order. */
export function spendOnce(dir: string, days: number): void {
  const { first } = purchases(dir)
  writeSpend(dir, [HEADER, `${dateOf(first - days)},google_search,300.00,,`])
}

/** So much spent in two days that a billionth of it is cents. */
export function spendMuch(dir: string): void {
  const { first } = purchases(dir)
  writeSpend(dir, [
    HEADER,
    `${dateOf(first)},google_search,98765432.11,,`,
    `${dateOf(first + 1)},google_search,77777777.77,,`,
    `${dateOf(first + 1)},facebook_ads,31415926.53,,`,
  ])
}

/** Clicks of some channels, each so many days before the first order. */
export function clickBefore(dir: string, clicks: readonly (readonly [string, number, number])[]) {
  const { first } = purchases(dir)
  const lines = clicks.map(
    ([channel, days, count]) => `${dateOf(first - days)},${channel},300.00,,${count}`,
  )
  writeSpend(dir, [HEADER, ...lines])
}

/** More clicks on one day than numbers can weigh exactly. */
export function crowdIn(dir: string): void {
  const day = dateOf(purchases(dir).first)
  writeSpend(dir, [
    HEADER,
    `${day},google_search,9000.00,,300000`,
    `${day},facebook_ads,7000.00,,200001`,
    `${day},email_marketing,500.00,,30001`,
  ])
}

function purchases(dir: string): { first: number; last: number } {
  const days = readCsv(dir, 'olist_orders_dataset.csv').map((order) =>
    dayOf(order.order_purchase_timestamp!.slice(0, 10)),
  )
  return { first: Math.min(...days), last: Math.max(...days) }
}

const HEADER = 'date,channel,spend,impressions,clicks'
const NAME = 'marketing_spend.csv'

function readSpend(dir: string): { header: string; lines: string[] } {
  const [header, ...lines] = readFileSync(join(dir, NAME), 'utf8').trimEnd().split('\n')
  return { header: header!, lines }
}

function writeSpend(dir: string, lines: readonly string[]): void {
  writeFileSync(join(dir, NAME), `${lines.join('\n')}\n`)
}
