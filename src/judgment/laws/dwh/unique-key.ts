import { twice } from '../../fault.js'
import type { LawDeclaration } from '../../law.js'

/** The law that a key stands in one row only; what the rows beyond it say is at stake. */
export function uniqueKey(
  table: string,
  key: readonly string[],
  cents: string,
  statement: string,
): LawDeclaration {
  const columns = key.join(', ')
  return {
    name: `${table.split('.')[1]}_once`,
    statement: `${statement}: (${columns}) is unique`,
    distrust: 'GMV, cash and everything after them',
    figure: 'gmv',
    needs: [],
    sql: `
      select max(${cents}) * (count(*) - 1) as amount_cents, concat_ws(' ', ${columns}) as sample
      from ${table} group by ${columns} having count(*) > 1`,
    fault: twice(table, key, { cents, where: `${cents} > 0` }),
  }
}
