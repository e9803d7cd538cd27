// Writes the three own-data folders of these tests: node tests/sources/make-folders.mjs [DIR]
// Every order, person and campaign in them is made up.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A generator of numbers from 0 to 1 that a seed repeats (mulberry32). */
function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const MS_PER_DAY = 86_400_000
const dayAfter = (first, days) =>
  new Date(Date.parse(`${first}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10)
const money = (cents) => (cents / 100).toFixed(2)
const pick = (random, list) => list[Math.floor(random() * list.length)]
const csv = (rows, delimiter = ',') =>
  `${rows.map((row) => row.map((field) => quoted(String(field ?? ''), delimiter)).join(delimiter)).join('\n')}\n`
const quoted = (text, delimiter) =>
  text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text

/** Orders of a small shop: one to three lines each, on days that grow a little busier. */
function orders({ seed, first, days, perDay, products }) {
  const random = seeded(seed)
  const made = []
  for (let t = 0; t < days; t++) {
    const count = Math.floor(perDay * (0.7 + (0.6 * t) / days) + random())
    for (let n = 0; n < count; n++) {
      const lines = Array.from({ length: 1 + Math.floor(random() * 2.4) }, () => ({
        product: pick(random, products),
        quantity: random() < 0.85 ? 1 : 2,
      }))
      made.push({
        number: 1001 + made.length,
        day: dayAfter(first, t),
        hour: 8 + Math.floor(random() * 14),
        person: Math.floor(random() * 320),
        lines,
        goodsCents: lines.reduce((sum, { product, quantity }) => sum + product.cents * quantity, 0),
        luck: random(),
      })
    }
  }
  return { orders: made, random }
}

const goods = (names, vendors) =>
  names.map((name, i) => ({
    name,
    sku: `P-${100 + i}`,
    cents: 990 + ((i * 1_337) % 6_000),
    vendor: vendors[i % vendors.length],
  }))

/** A Shopify shop in the United States, with the reports of Google Ads and Meta Ads beside it. */
function shopify(dir) {
  const products = goods(
    [
      'Stoneware mug',
      'Linen towel',
      'Oak board',
      'Brass lamp',
      'Wool throw',
      'Clay pot',
      'Glass jar',
    ],
    ['Northfield Pottery', 'Harbor Textiles', 'Grain & Co'],
  )
  const shop = { seed: 11, first: '2024-03-01', days: 92, perDay: 3.4, products }
  const { orders: made, random } = orders(shop)
  const header =
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing City,Billing Zip,Billing Province,Billing Country,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Notes,Cancelled at,Payment Method,Refunded Amount,Vendor,Id,Tags,Lineitem discount,Phone'.split(
      ',',
    )
  const places = [
    ['Boston', "'02108", 'MA'],
    ['Denver', '80202', 'CO'],
    ['Austin', '78701', 'TX'],
    ['Portland', '97201', 'OR'],
  ]
  const rows = made.flatMap((order) => shopifyRows(order, header, pick(random, places)))
  write(dir, 'orders_export_1.csv', csv([header, ...rows.reverse()]))
  write(dir, 'Campaign report.csv', googleReport(shop, random))
  write(dir, 'Meta-campaigns.csv', metaReport(shop, random))
}

function shopifyRows({ number, day, hour, person, lines, goodsCents, luck }, header, place) {
  const at = (days, hours) => `${dayAfter(day, days)} ${String(hours).padStart(2, '0')}:12:45 -0400`
  const discount = luck > 0.8 ? Math.floor(goodsCents / 10) : 0
  const subtotal = goodsCents - discount
  const shipping = subtotal > 5_000 ? 0 : 595
  const taxes = Math.floor(subtotal / 16)
  const state = luck < 0.03 ? 'canceled' : luck < 0.06 ? 'partly' : luck < 0.1 ? 'open' : 'done'
  const refund = state === 'canceled' ? subtotal + shipping + taxes : state === 'partly' ? 990 : 0
  const whole = {
    'Financial Status': { canceled: 'refunded', partly: 'partially_refunded' }[state] ?? 'paid',
    'Paid at': at(0, hour),
    'Fulfillment Status': state === 'open' || state === 'canceled' ? 'unfulfilled' : 'fulfilled',
    'Fulfilled at': state === 'open' || state === 'canceled' ? '' : at(1, 9),
    'Accepts Marketing': 'no',
    Currency: 'USD',
    Subtotal: money(subtotal),
    Shipping: money(shipping),
    Taxes: money(taxes),
    Total: money(subtotal + shipping + taxes),
    'Discount Code': discount > 0 ? 'SPRING10' : '',
    'Discount Amount': money(discount),
    'Shipping Method': 'Standard',
    'Billing City': place[0],
    'Billing Zip': place[1],
    'Billing Province': place[2],
    'Billing Country': 'US',
    'Cancelled at': state === 'canceled' ? at(2, 10) : '',
    'Payment Method': luck > 0.5 ? 'Shopify Payments' : 'PayPal Express Checkout',
    'Refunded Amount': money(refund),
    Id: 5_000_000_000 + number,
  }
  return lines
    .map(({ product, quantity }, i) => ({
      Name: `#${number}`,
      Email: `buyer${person}@example.com`,
      'Created at': at(0, hour),
      'Lineitem quantity': quantity,
      'Lineitem name': product.name,
      'Lineitem price': money(product.cents),
      'Lineitem sku': product.sku,
      'Lineitem requires shipping': 'true',
      'Lineitem fulfillment status': 'fulfilled',
      'Lineitem discount': '0.00',
      Vendor: product.vendor,
      ...(i === 0 ? whole : {}),
    }))
    .map((fields) => header.map((name) => fields[name] ?? ''))
    .reverse()
}

function googleReport({ first, days }, random) {
  const rows = [['Day', 'Campaign', 'Campaign type', 'Impr.', 'Clicks', 'Cost', 'Currency code']]
  let [impressions, clicks, cents] = [0, 0, 0]
  for (let t = 0; t < days; t++) {
    for (const campaign of ['Search - Brand', 'Search - Homeware']) {
      const day = {
        cents: 900 + Math.floor(random() * 900),
        clicks: 20 + Math.floor(random() * 25),
      }
      const shown = day.clicks * 30
      rows.push([
        dayAfter(first, t),
        campaign,
        'Search',
        thousands(shown),
        day.clicks,
        money(day.cents),
        'USD',
      ])
      impressions += shown
      clicks += day.clicks
      cents += day.cents
    }
  }
  rows.push([
    'Total: Campaigns',
    '',
    '',
    thousands(impressions),
    thousands(clicks),
    thousandsOf(cents),
    '',
  ])
  return `Campaign report\n"March 1, 2024 - May 31, 2024"\n${csv(rows)}`
}

function metaReport({ first, days }, random) {
  const header = ['Reporting starts', 'Reporting ends', 'Campaign name', 'Campaign delivery']
  const rows = [[...header, 'Amount spent (USD)', 'Impressions', 'Link clicks']]
  for (let t = 0; t < days; t++) {
    if (t >= 40 && t < 43) continue
    const day = dayAfter(first, t)
    const cents = 1_200 + Math.floor(random() * 1_500)
    rows.push([
      day,
      day,
      'Spring collection',
      'active',
      money(cents),
      cents * 2,
      Math.floor(cents / 45),
    ])
  }
  return csv(rows)
}

const thousands = (n) => n.toLocaleString('en-US')
const thousandsOf = (cents) =>
  (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** A German shop's flat export: semicolons, decimal commas, Latin-1, German words and dates. */
function flat(dir) {
  const products = goods(
    ['Teekanne', 'Gewürzmühle', 'Schürze', 'Nudelholz', 'Küchenwaage'],
    ['eigen'],
  )
  const { orders: made, random } = orders({
    seed: 23,
    first: '2023-09-01',
    days: 91,
    perDay: 3.2,
    products,
  })
  const header =
    'Bestellnr;Datum;Kunde;PLZ;Ort;Status;Artikelnr;Artikel;Menge;Einzelpreis;Versandkosten;Zahlart;Zustellung'
  const rows = made.flatMap(({ number, day, hour, person, lines, luck }) =>
    lines.map(({ product, quantity }) => [
      `B${number}`,
      `${german(day)} ${String(hour).padStart(2, '0')}:05`,
      `K${person}`,
      String(10_115 + person * 7),
      pick(random, ['Berlin', 'Köln', 'München']),
      luck < 0.04 ? 'storniert' : 'zugestellt',
      product.sku,
      product.name,
      quantity,
      euros(product.cents * (luck > 0.99 ? 20 : 1)),
      '4,90',
      luck > 0.5 ? 'Kreditkarte' : 'Rechnung',
      luck < 0.04 ? '' : `${german(dayAfter(day, 3))} 12:00`,
    ]),
  )
  writeLatin1(dir, 'bestellungen.csv', csv([header.split(';'), ...rows], ';'))
  const spend = [['Tag', 'Kanal', 'Kosten', 'Klicks']]
  for (let t = 0; t < 91; t++) {
    const day = german(dayAfter('2023-09-01', t))
    spend.push([
      day,
      'Google Ads',
      euros(1_500 + Math.floor(random() * 800)),
      30 + Math.floor(random() * 20),
    ])
    spend.push([
      day,
      'Preisvergleich',
      euros(400 + Math.floor(random() * 300)),
      9 + Math.floor(random() * 9),
    ])
  }
  writeLatin1(dir, 'werbung.csv', csv(spend, ';'))
  write(dir, 'columns.yaml', GERMAN_MAP)
}

const german = (day) => day.split('-').reverse().join('.')
const euros = (cents) =>
  (cents / 100).toLocaleString('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

const GERMAN_MAP = `# How the columns of this shop's export are read.
currency: EUR
country: DE
orders:
  file: bestellungen.csv
  encoding: windows-1252
  delimiter: ';'
  decimal: ','
  grouping: '.'
  date_format: DD.MM.YYYY hh:mm
  columns:
    order_id: Bestellnr
    purchased_at: Datum
    customer_id: Kunde
    zip_code: PLZ
    city: Ort
    status: Status
    product_id: Artikelnr
    category: Artikel
    price: { column: Einzelpreis, times: Menge }
    freight: { column: Versandkosten, per: order }
    payment_type: Zahlart
    delivered_at: Zustellung
  statuses: { zugestellt: delivered, storniert: canceled }
  payment_types: { Kreditkarte: credit_card, Rechnung: not_defined }
spend:
  file: werbung.csv
  encoding: windows-1252
  delimiter: ';'
  decimal: ','
  grouping: '.'
  date_format: DD.MM.YYYY
  columns:
    date: Tag
    channel: Kanal
    spend: Kosten
    clicks: Klicks
`

/** A marketplace of 2024 without sellers, reviews and geolocation, whose channels have other names. */
function marketplace(dir) {
  const products = goods(
    ['atlas', 'novel', 'puzzle', 'globe', 'diary'],
    ['s-one', 's-two', 's-three'],
  )
  const { orders: made, random } = orders({
    seed: 37,
    first: '2024-01-08',
    days: 98,
    perDay: 3,
    products,
  })
  const moment = (day, days, hour) =>
    `${dayAfter(day, days)} ${String(hour).padStart(2, '0')}:30:00`
  const tables = { orders: [], order_items: [], customers: [], order_payments: [] }
  for (const { number, day, hour, person, lines, luck, goodsCents } of made) {
    const [order, customer] = [`o${number}`, `c${number}`]
    const done = luck > 0.05
    tables.orders.push([
      order,
      customer,
      done ? 'delivered' : 'canceled',
      moment(day, 0, hour),
      moment(day, 0, hour),
      done ? moment(day, 1, 9) : '',
      done ? moment(day, 4, 15) : '',
      moment(day, 9, 0),
    ])
    const pieces = lines.flatMap(({ product, quantity }) => Array(quantity).fill(product))
    pieces.forEach(({ sku, vendor, cents }, i) => {
      tables.order_items.push([order, i + 1, sku, vendor, moment(day, 2, 0), money(cents), '3.20'])
    })
    tables.customers.push([customer, `p${person}`, '1012', 'amsterdam', 'NH'])
    tables.order_payments.push([
      order,
      1,
      'credit_card',
      1,
      money(goodsCents + 320 * pieces.length),
    ])
  }
  const headers = {
    orders:
      'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
    order_items:
      'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value',
    customers:
      'customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state',
    order_payments: 'order_id,payment_sequential,payment_type,payment_installments,payment_value',
  }
  for (const [table, rows] of Object.entries(tables)) {
    write(dir, `${table}.csv`, csv([headers[table].split(','), ...rows]))
  }
  const spend = [['date', 'channel', 'spend', 'impressions', 'clicks']]
  for (let t = 0; t < 98; t++) {
    const day = dayAfter('2024-01-08', t)
    spend.push([
      day,
      'google_ads',
      money(1_400 + Math.floor(random() * 900)),
      1_500,
      36 + Math.floor(random() * 20),
    ])
    spend.push([
      day,
      'meta',
      money(900 + Math.floor(random() * 900)),
      2_000,
      25 + Math.floor(random() * 20),
    ])
  }
  write(dir, 'marketing_spend.csv', csv(spend))
  write(dir, 'assumptions.yaml', 'place:\n  currency: EUR\n  country: NL\n')
}

function write(dir, name, text, encoding = 'utf8') {
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, name), Buffer.from(text, encoding))
}

function writeLatin1(dir, name, text) {
  write(dir, name, text, 'latin1')
}

const root = process.argv[2] ?? dirname(fileURLToPath(import.meta.url))
shopify(join(root, 'shopify'))
flat(join(root, 'flat'))
marketplace(join(root, 'marketplace'))
