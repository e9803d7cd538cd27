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
    fault: {
      victim: `select ${columns}, ${cents} as cents from ${table}
        where ${cents} > 0 order by ${columns} limit 1`,
      breaks: `insert into ${table} select * from ${table}
        where ${key.map((name) => `${name} = :${name}`).join(' and ')}`,
    },
  }
}
