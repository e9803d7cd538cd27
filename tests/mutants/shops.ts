import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeWoocommerce } from '../sources/woocommerce-folder.js'
import { readCsv } from '../synthetic/read-csv.js'

const copy = (name: string, dir: string) =>
  cpSync(fileURLToPath(new URL(`../sources/${name}`, import.meta.url)), dir, { recursive: true })

/** The shop's export, with an order whose two equal lines are of two vendors. */
export function writeShopify(dir: string): void {
  copy('shopify', dir)
  const file = 'orders_export_1.csv'
  const [first] = readCsv(dir, file) as [Record<string, string>]
  const columns = Object.keys(first)
  const line = (own: Record<string, string>) =>
    columns.map((name) => ({ ...first, ...own })[name]!.replaceAll(/[",\n]/g, ' ')).join(',')
  const order = {
    Name: '#9001',
    Subtotal: '20.01',
    'Lineitem sku': 'S1',
    'Lineitem price': '10.00',
    'Lineitem quantity': '1',
    'Refunded Amount': '0.00',
  }
  const lines = [
    line({ ...order, 'Lineitem name': 'A', Vendor: 'one' }),
    line({ ...order, 'Lineitem name': 'B', Vendor: 'two' }),
  ]
  appendFileSync(join(dir, file), `${lines.join('\n')}\n`)
}

/** The mapped export, with an order of nobody and one whose lines name two buyers. */
export function writeFlat(dir: string): void {
  copy('flat', dir)
  const path = join(dir, 'bestellungen.csv')
  const text = readFileSync(path, 'latin1').trimEnd()
  const lines = [
    'B9001;05.09.2023 12:05;;10591;Berlin;zugestellt;P-103;Nudelholz;1;50,01;4,90;Kreditkarte;09.09.2023 12:00',
    'B9002;06.09.2023 12:05;K68;10591;Berlin;zugestellt;P-103;Nudelholz;1;50,01;4,90;Kreditkarte;09.09.2023 12:00',
    'B9002;06.09.2023 12:05;K151;10591;Berlin;storniert;P-104;Nudelholz;1;50,01;4,90;Rechnung;09.09.2023 12:00',
  ]
  writeFileSync(path, `${[text, ...lines].join('\n')}\n`, 'latin1')
}

/** The orders with addresses to ship to and of who pays, some of them blank. */
export function writeWoocommerceShop(dir: string): void {
  writeWoocommerce(dir)
  const path = join(dir, 'orders-export.csv')
  const [header, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n')
  const columns = ['postcode', 'city', 'state'].flatMap((name) => [
    `shipping_${name}`,
    `billing_${name}`,
  ])
  const twoFreights = ['900', '1.90', '900', '3.90'].flatMap((text, i, all) =>
    i % 2 === 0
      ? [`${text},2024-05-09 10:00:00,completed,${all[i + 1]},0,stripe,P1@x.org,${i},Tea,T1,10.00`]
      : [],
  )
  const addressed = [...rows, ...twoFreights].map((row) => {
    const order = Number(row.split(',')[0])
    const cell = (text: string, every: number) => (order % every === 1 ? '' : text)
    const shipped = [cell(`1${order % 5}000`, 3), cell(` Bonn${order % 3} `, 4), cell('nw', 5)]
    const billed = [`2000${order % 7}`, `Ulm${order % 2}`, order % 2 === 0 ? 'by' : 'bw']
    return [row, ...shipped.flatMap((text, i) => [text, billed[i]!])].join(',')
  })
  writeFileSync(path, `${[[header, ...columns].join(','), ...addressed].join('\n')}\n`)
}
