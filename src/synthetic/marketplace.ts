import { Catalogue, translationRows } from './catalogue.js'
import type { Demand } from './demand.js'
import { Geography } from './geography.js'
import type { MarketplaceOptions } from './options.js'
import { OrderBook } from './order-book.js'
import { CAUSES_FILE } from './output/contract.js'
import { CsvWriter, type WrittenFile } from './output/csv.js'
import {
  abandonAll,
  closeAll,
  flushFull,
  type MarketplaceFiles,
  openMarketplaceFiles,
} from './output/files.js'
import { writeOrder } from './output/order-rows.js'
import { People } from './people.js'
import { Sellers } from './sellers.js'
import { causeRow } from './world/rows.js'

type Files = MarketplaceFiles & { readonly causes?: CsvWriter }

/** Writes the files of a marketplace to a folder: nine, and what its demand tells besides. */
export async function writeMarketplace(
  dir: string,
  plan: MarketplaceOptions,
  demand: Demand,
): Promise<WrittenFile[]> {
  const tables = await writeTables(dir, demand)
  const { name, header } = CAUSES_FILE
  const files: Files = {
    ...(await openMarketplaceFiles(dir)),
    ...(demand.tellsCauses && { causes: await CsvWriter.create(dir, name, header) }),
  }
  try {
    await fillFiles(files, plan, demand)
  } catch (error) {
    await abandonAll(files)
    throw error
  }
  return [...(await closeAll(files)), ...tables]
}

async function writeTables(dir: string, { tables }: Demand): Promise<WrittenFile[]> {
  const written: WrittenFile[] = []
  for (const { file, rows } of tables) {
    const writer = await CsvWriter.create(dir, file.name, file.header)
    await writeRows(writer, rows)
    written.push(await writer.close())
  }
  return written
}

async function fillFiles(files: Files, plan: MarketplaceOptions, demand: Demand): Promise<void> {
  const geography = new Geography(plan)
  const sellers = new Sellers({ ...plan, geography })
  const catalogue = new Catalogue({ ...plan, sellers: sellers.list })
  await writeRows(files.geolocation, geography.points())
  await writeRows(files.sellers, sellers.rows())
  await writeRows(files.products, catalogue.rows())
  await writeRows(files.translation, translationRows())
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
