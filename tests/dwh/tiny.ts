import { olistFiles, ownFiles } from '../../src/schema/raw.js'
import { dataFolder } from '../raw/harness.js'

/**
 * A marketplace to check in the head. Anna (p1) buys twice, Bruno (p2) once, in an order that was
 * cancelled without items. Seller s1 sells product x (toys), s2 product y (no category).
 */
export const tiny: Readonly<Record<string, readonly string[]>> = {
  orders: [
    'o1,c1,delivered,2017-11-24 10:00:00,2017-11-24 11:00:00,2017-11-25 09:00:00,2017-11-30 18:00:00,2017-12-10 00:00:00',
    'o2,c2,shipped,2018-01-05 08:00:00,2018-01-05 09:00:00,2018-01-06 09:00:00,,2018-01-20 00:00:00',
    'o3,c3,canceled,2018-02-01 23:59:59,,,,2018-02-20 00:00:00',
  ],
  order_items: [
    'o1,1,x,s1,2017-11-28 10:00:00,58.90,13.29',
    'o1,2,y,s2,2017-11-28 10:00:00,10.10,0.00',
    'o2,1,x,s1,2018-01-09 10:00:00,58.90,13.30',
  ],
  customers: ['c1,p1,01037,sao paulo,SP', 'c2,p1,1046,Sao Paulo,sp', 'c3,p2,99999,nowhere,RS'],
  sellers: ['s1,13023,campinas,SP', 's2,13023,campinas,SP'],
  products: ['x,brinquedos,1,1,2,300,1,1,1', 'y,,1,1,,,1,1,1'],
  order_payments: [
    'o1,1,credit_card,3,70.00',
    'o1,2,voucher,1,12.29',
    'o2,1,boleto,1,72.20',
    'o3,1,credit_card,1,20.00',
  ],
  order_reviews: ['r1,o1,5,,"good, ""very"" good",2017-12-01 00:00:00,2017-12-02 00:00:00'],
  geolocation: [
    '01037,-23.5,-46.6,sao paulo,SP',
    '01037,-23.6,-46.7,são paulo,SP',
    '01037,41.1,2.2,barcelona,SP',
    '01037,-23.7,-46.8,sao paulo,SP',
    '13023,-22.9,-47.0,campinas,SP',
  ],
  product_category_name_translation: ['brinquedos,toys'],
}

/** The folder of the tiny marketplace, with the lines of some tables replaced. */
export function tinyFolder(changes: Readonly<Record<string, readonly string[]>> = {}): string {
  const lines = { ...tiny, ...changes }
  return dataFolder(
    Object.fromEntries(
      [...olistFiles, ...ownFiles]
        .filter(({ table }) => lines[table])
        .map(({ table, header }) => [
          `${table}.csv`,
          `${[header.join(','), ...lines[table]!].join('\n')}\n`,
        ]),
    ),
  )
}
