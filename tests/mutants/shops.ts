import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeWoocommerce } from '../sources/woocommerce-folder.js'
import { readCsv } from '../synthetic/read-csv.js'

const copy = (name: string, dir: string) =>
  cpSync(fileURLToPath(new URL(`../sources/${name}`, import.meta.url)), dir, { recursive: true })

/**
 * The shop's export and what its pieces cost, with an order whose two equal lines are of two vendors, and
 * orders of every status and way to pay, some told in part.
 */
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
  const orders = [
    line({ ...order, 'Lineitem name': 'A', Vendor: 'one' }),
    line({ ...order, 'Lineitem name': 'B', Vendor: 'two' }),
    line({ ...order, Name: '#9002', 'Lineitem name': 'A', 'Cancelled at': first['Created at']! }),
    line({ ...order, Name: '#9003', 'Lineitem name': 'A', 'Financial Status': 'voided' }),
    line({ ...order, Name: '#9004', 'Lineitem name': 'A', 'Fulfillment Status': 'partial' }),
    line({ ...order, Name: '#9005', 'Lineitem name': 'A', 'Payment Method': 'Gift Card' }),
    line({ ...order, Name: '#9006', 'Lineitem name': 'A', 'Payment Method': 'Bank Deposit' }),
    line({
      ...order,
      Name: '#9007',
      'Lineitem name': 'A',
      'Payment Method': ' ',
      'Lineitem sku': 'S2',
    }),
    line({ ...order, Name: '#9008', 'Lineitem name': 'A', 'Refunded Amount': '', Shipping: '' }),
    line({ ...order, Name: ' ', 'Lineitem name': '' }),
    line({ ...order, Name: '#9009', 'Lineitem name': 'C', 'Lineitem sku': ' ' }),
    line({ ...order, Name: '#9010', 'Lineitem name': 'D', 'Lineitem sku': 'S3' }),
  ]
  appendFileSync(join(dir, file), `${orders.join('\n')}\n`)
  const products = ['S1,3.00', 'S1,3.00', 'S2,1.00', 'S2,2.00', 'S3, ', ' ,4.00', 'P-104,9.10']
  writeFileSync(
    join(dir, 'products_export_1.csv'),
    `${['Handle,Title,Variant SKU,Cost per item', ...products.map((row) => `h,t,${row}`)].join('\n')}\n`,
  )
}

/**
 * The mapped export, with an order of nobody and one whose lines name two buyers; with a buyer who gave no
 * address again, free goods, freight that is not told and a line that sells nothing.
 */
export function writeFlat(dir: string): void {
  copy('flat', dir)
  const path = join(dir, 'bestellungen.csv')
  const text = readFileSync(path, 'latin1').trimEnd()
  const lines = [
    'B9001;05.09.2023 12:05;;99901;Nirgends;zugestellt;P-103;Nudelholz;1;50,01;4,90;Kreditkarte;09.09.2023 12:00',
    'B9002;06.09.2023 12:05;K68;10591;Berlin;zugestellt;P-103;Nudelholz;1;50,01;4,90;Kreditkarte;09.09.2023 12:00',
    'B9002;06.09.2023 13:05;K151;10591;Berlin;storniert;P-104;Nudelholz;1;50,01;4,90;Rechnung;10.09.2023 12:00',
    'B9003;07.09.2023 12:05;K900;10115;Berlin;zugestellt;P-103;Nudelholz;1;50,01;4,90;Kreditkarte;09.09.2023 12:00',
    'B9004;08.09.2023 12:05;K900;;;zugestellt;P-103;Nudelholz;1;50,01;4,90;Kreditkarte;10.09.2023 12:00',
    'B9005;08.09.2023 12:05;K901;10115;Berlin;zugestellt;P-103;Nudelholz;1;0,00;4,91;Kreditkarte;10.09.2023 12:00',
    'B9005;08.09.2023 12:05;K901;10115;Berlin;zugestellt;P-104;Waage;1;0,00;4,91;Kreditkarte;10.09.2023 12:00',
    'B9006;08.09.2023 12:05;K902;10115;Berlin;zugestellt;P-103;Nudelholz;1;50,01;;Kreditkarte;10.09.2023 12:00',
    'B9007;08.09.2023 12:05;K903;10115;Berlin;zugestellt;P-103;Nudelholz;1;50,01;4,90;Kreditkarte;10.09.2023 12:00',
    'B9007;08.09.2023 12:05;K903;10115;Berlin;zugestellt;P-104;Waage;1;;4,90;Kreditkarte;10.09.2023 12:00',
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
  const odd = [
    '901,2024-05-10 10:00:00,failed,1.90,0,stripe,P1@x.org,1,Tea,T1,10.00',
    '902,2024-05-10 10:00:00,completed,,,,P1@x.org,1,Tea,T1,10.00',
    '903,2024-05-10 10:00:00,refunded,1.90,11.90,stripe,P2@x.org,1,Tea,T1,10.00',
    '904,2024-05-10 10:00:00,completed,1.90,11.90,stripe,P2@x.org,1,Tea,T1,10.00',
    '905,2024-05-10 10:00:00,completed,1.90,99.00,stripe,P2@x.org,1,Tea,T1,10.00',
    ' ,2024-05-10 10:00:00,completed,1.90,0,stripe,P2@x.org,,,,',
  ]
  const addressed = [...rows, ...twoFreights, ...odd].map((row) => {
    const order = Number(row.split(',')[0])
    const cell = (text: string, every: number) => (order % every === 1 ? '' : text)
    const shipped = [cell(`1${order % 5}000`, 3), cell(` Bonn${order % 3} `, 4), cell('nw', 5)]
    const billed = [`2000${order % 7}`, `Ulm${order % 2}`, order % 2 === 0 ? 'by' : 'bw']
    return [row, ...shipped.flatMap((text, i) => [text, billed[i]!])].join(',')
  })
  writeFileSync(path, `${[[header, ...columns].join(','), ...addressed].join('\n')}\n`)
}
