import { dailyOrders } from './calendar.js'
import { Catalogue, translationRows } from './catalogue.js'
import type { CsvWriter, WrittenFile } from './csv.js'
import { closeFiles, flushFull, type MarketplaceFiles, openFiles } from './files.js'
import { Geography } from './geography.js'
import type { Plan } from './options.js'
import { OrderBook } from './order-book.js'
import { writeOrder } from './order-rows.js'
import { People } from './people.js'
import { Sellers } from './sellers.js'

/** Writes the nine files of a marketplace to a folder. */
export async function writeMarketplace(dir: string, plan: Plan): Promise<WrittenFile[]> {
  const files = await openFiles(dir)
  try {
    await fillFiles(files, plan)
  } catch (error) {
    for (const file of Object.values(files)) await file.abandon()
    throw error
  }
  return closeFiles(files)
}

async function fillFiles(files: MarketplaceFiles, plan: Plan): Promise<void> {
  const geography = new Geography(plan)
  const sellers = new Sellers({ ...plan, geography })
  const catalogue = new Catalogue({ ...plan, sellers: sellers.list })
  await writeRows(files.geolocation, geography.points())
  await writeRows(files.sellers, sellers.rows())
  await writeRows(files.products, catalogue.rows())
  await writeRows(files.translation, translationRows())
  const people = new People({ ...plan, geography })
  const book = new OrderBook({ ...plan, people, supply: { sellers, catalogue } })
  await writeOrders(files, plan, book)
}

async function writeRows(file: CsvWriter, rows: Iterable<(string | number)[]>): Promise<void> {
  for (const row of rows) {
    file.write(row)
    if (file.full) await file.flush()
  }
}

async function writeOrders(files: MarketplaceFiles, plan: Plan, book: OrderBook): Promise<void> {
  const counts = dailyOrders(plan.orders, plan.seed, plan.horizon)
  for (const [i, count] of counts.entries()) {
    for (const order of book.placeOrders(plan.horizon.firstDay + i, count)) {
      writeOrder(files, order)
      await flushFull(files)
    }
  }
}
