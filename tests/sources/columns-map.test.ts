import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { readMap } from '../../src/sources/columns/read-map.js'

const whole = `
orders:
  file: sales.csv
  columns: { order_id: No, purchased_at: Date, price: Total }
`

function problems(text: string): string[] {
  try {
    readMap(text, 'columns.yaml')
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return (error as Error).message.split('\n')
  }
  return []
}

describe('a map of columns', () => {
  it('needs a file and three columns; all else has a default', () => {
    const { orders } = readMap(whole, 'columns.yaml')
    expect(orders).toMatchObject({
      file: 'sales.csv',
      delimiter: ',',
      encoding: 'utf-8',
      decimal: '.',
      dateFormat: 'YYYY-MM-DD hh:mm:ss',
      statuses: {},
    })
    expect(orders!.columns.price).toEqual({ column: 'Total' })
  })

  it.each([
    ['orders: 3', 'columns.yaml: orders: got 3, allowed a mapping with the keys file, delimiter'],
    [
      `${whole}shop: x`,
      'columns.yaml: shop: no such key. Known keys here: currency, country, orders, spend.',
    ],
    [
      `currency: euro\n${whole}`,
      'columns.yaml: currency: got "euro", allowed an ISO 4217 code, e.g. EUR.',
    ],
    [
      whole.replace('price: Total', 'prize: Total'),
      'columns.yaml: orders.columns.prize: no such key.',
    ],
    [
      whole.replace(', price: Total', ''),
      'columns.yaml: orders.columns.price: is missing. Name the column of the file that holds it.',
    ],
    [`${whole}  decimal: ';'`, 'columns.yaml: orders.decimal: got ";", allowed ".", ",".'],
    [
      `${whole}  grouping: '.'`,
      'columns.yaml: orders.grouping: got ".", allowed another sign than decimal, or nothing.',
    ],
    [
      `${whole}  encoding: latin9000`,
      'columns.yaml: orders.encoding: got "latin9000", allowed an encoding',
    ],
    [
      `${whole}  date_format: DD.MM.`,
      'columns.yaml: orders.date_format: got "DD.MM.", allowed YYYY, MM, DD',
    ],
    [
      `${whole}  time_zone: { file: UTC, shop: Mars }`,
      'columns.yaml: orders.time_zone.shop: got "Mars", allowed a time zone',
    ],
    [
      `${whole}  statuses: { sent: posted }`,
      'columns.yaml: orders.statuses.sent: got "posted", allowed created, approved',
    ],
    [
      whole.replace('price: Total', 'price: { column: Total, constant: 3 }'),
      'columns.yaml: orders.columns.price: got {"column":"Total","constant":3}, allowed the name of a column',
    ],
    ['orders: [', 'columns.yaml is not valid YAML'],
  ])('is refused with the path, what came and what is allowed: %s', (text, words) => {
    expect(problems(text).join('\n')).toContain(words)
  })

  it('names all that is wrong at once', () => {
    expect(problems(`${whole}  decimal: x\n  delimiter: y`)).toHaveLength(2)
  })
})
