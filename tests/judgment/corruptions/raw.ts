import { corruptionsOf } from './corruption.js'

/** Lies of raw files. */
export const rawCorruptions = corruptionsOf('raw', [
  {
    what: 'a line of a file lost after loading',
    pick: 'select review_id, 0 as stake from order_reviews order by review_id limit 1',
    sql: 'delete from order_reviews where review_id = :review_id',
    law: 'raw.rows_held',
  },
])
