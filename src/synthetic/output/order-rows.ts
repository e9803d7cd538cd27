import { formatMoment } from '../../time/moment.js'
import type { Order } from '../order-book.js'
import { formatCents, quoteText } from './csv.js'
import type { MarketplaceFiles } from './files.js'

/** Writes an order's rows to the files that speak of it. */
export function writeOrder(files: MarketplaceFiles, order: Order): void {
  const id = quoteText(order.id)
  writeCustomer(files, order)
  writeHead(files, order, id)
  writeLines(files, order, id)
  for (const [i, { type, instalments, valueCents }] of order.payments.entries()) {
    files.payments.write([id, i + 1, type, instalments, formatCents(valueCents)])
  }
  for (const review of order.reviews) {
    files.reviews.write([
      quoteText(review.id),
      id,
      review.score,
      quoteText(review.title ?? ''),
      quoteText(review.message ?? ''),
      formatMoment(review.created),
      formatMoment(review.answered),
    ])
  }
}

function writeCustomer(files: MarketplaceFiles, { customerId, person }: Order): void {
  files.customers.write([
    quoteText(customerId),
    quoteText(person.uniqueId),
    quoteText(person.home.prefix),
    quoteText(person.home.city.name),
    person.home.city.state,
  ])
}

function writeHead(files: MarketplaceFiles, { customerId, lifecycle }: Order, id: string): void {
  files.orders.write([
    id,
    quoteText(customerId),
    lifecycle.status,
    formatMoment(lifecycle.purchased),
    formatMoment(lifecycle.approved),
    formatMoment(lifecycle.handedOver),
    formatMoment(lifecycle.delivered),
    formatMoment(lifecycle.promised),
  ])
}

function writeLines(files: MarketplaceFiles, order: Order, id: string): void {
  const limit = formatMoment(order.shippingLimit)
  for (const [i, line] of order.lines.entries()) {
    files.items.write([
      id,
      i + 1,
      quoteText(line.productId),
      quoteText(line.sellerId),
      limit,
      formatCents(line.priceCents),
      formatCents(line.freightCents),
    ])
  }
}
