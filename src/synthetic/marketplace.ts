import { Catalogue, translationRows } from './catalogue.js'
import { type Demand, drawDemand } from './demand.js'
import { Geography } from './geography.js'
import type { MarketplaceOptions } from './options.js'
import { OrderBook } from './order-book.js'
import type { CsvWriter, WrittenFile } from './output/csv.js'
import {
  abandonAll,
  closeAll,
  flushFull,
  type MarketplaceFiles,
  openMarketplaceFiles,
  openWorldFiles,
  type WorldFiles,
} from './output/files.js'
import { writeOrder } from './output/order-rows.js'
import { People } from './people.js'
import { Sellers } from './sellers.js'
import { causeRow, spendRows } from './world/rows.js'

type Files = MarketplaceFiles & Partial<WorldFiles>

/** Writes the files of a marketplace to a folder: nine, and two more where a world is named. */
export async function writeMarketplace(
  dir: string,
  plan: MarketplaceOptions,
): Promise<WrittenFile[]> {
  const demand = drawDemand(plan)
  const files: Files = {
    ...(await openMarketplaceFiles(dir)),
    ...(plan.world && (await openWorldFiles(dir))),
  }
  try {
    await fillFiles(files, plan, demand)
  } catch (error) {
    await abandonAll(files)
    throw error
  }
  return closeAll(files)
}

async function fillFiles(files: Files, plan: MarketplaceOptions, demand: Demand): Promise<void> {
  const geography = new Geography(plan)
  const sellers = new Sellers({ ...plan, geography })
  const catalogue = new Catalogue({ ...plan, sellers: sellers.list })
  await writeRows(files.geolocation, geography.points())
  await writeRows(files.sellers, sellers.rows())
  await writeRows(files.products, catalogue.rows())
  await writeRows(files.translation, translationRows())
  if (files.spend) {
    await writeRows(files.spend, spendRows(demand.channels, plan.horizon.firstDay))
  }
  const people = new People({ ...plan, geography })
  const book = new OrderBook({ ...plan, people, supply: { sellers, catalogue } })
  await writeOrders(files, plan.horizon.firstDay, demand, book)
}

async function writeRows(file: CsvWriter, rows: Iterable<(string | number)[]>): Promise<void> {
  for (const row of rows) {
    file.write(row)
    if (file.full) await file.flush()
  }
}

async function writeOrders(
  files: Files,
  firstDay: number,
  demand: Demand,
  book: OrderBook,
): Promise<void> {
  for (const [i, causes] of demand.causes.entries()) {
    for (const order of book.placeOrders(firstDay + i, causes)) {
      writeOrder(files, order)
      files.causes?.write(causeRow(order.id, order.cause))
      await flushFull(files)
    }
  }
}
