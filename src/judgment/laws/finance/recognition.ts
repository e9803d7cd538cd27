import { isRevenue, sectionNumber } from '../../../schema/finance/profit-lines.js'
import { linesGone, profitLines } from '../../known-lines.js'
import { lawsOf } from '../../law.js'
import { datesOf, orderLines } from '../../order-lines.js'
import { sameRows } from '../../sql.js'
import { expectedItems } from '../../working/items.js'
import { expectedOrders, orderWholes } from '../../working/orders.js'
import { valuesOf, type WorkingTable } from '../../working/working-table.js'
import { standing } from './line-needs.js'

const LINES = 'finance.profit_lines'
const RECOGNITION = 'finance.fct_recognition'

const entry = (line: string, reversal: boolean, item: string, day: string, cents: string) =>
  `select order_id, cast(${item} as integer) as order_item_id, '${line}' as line,
     ${reversal} as is_reversal, purchase_date, ${day} as recognition_date, channel,
     cast(${cents} as bigint) as amount_cents`

/** The day on which a line is first recognised: where it stands, else where it was booked. */
const firstDay = (id: string) => `coalesce(${datesOf(id)}_day, ${datesOf(id)}_back)`

const ofItems = orderLines.flatMap(({ id, dates }) => [
  `${entry(id, false, 'order_item_id', firstDay(id), `${id}_all`)}
   from expected_items where ${firstDay(id)} is not null and ${id}_all <> 0`,
  `${entry(id, true, 'order_item_id', 'end_date', `-${id}_all`)}
   from expected_items where ${dates}_back is not null and ${id}_all <> 0`,
])

const ofOrdersWithoutItems = [
  ...Object.entries(orderWholes).flatMap(([id, cents]) => [
    `${entry(id, false, '0', firstDay(id), cents)}
     from expected_orders where items = 0 and ${cents} <> 0 and ${firstDay(id)} is not null`,
    `${entry(id, true, '0', 'coalesce(end_date, delivery_date)', `-${cents}`)}
     from expected_orders where items = 0 and ${cents} <> 0 and ${datesOf(id)}_back is not null`,
  ]),
  `${entry('acquisition_cost', false, '0', 'purchase_date', 'acquisition_cents')}
   from expected_orders where items = 0 and acquisition_cents <> 0`,
  `${entry('acquisition_cost', false, 'order_item_id', 'purchase_date', 'acquisition_cost_cents')}
   from expected_items where acquisition_cost_cents <> 0`,
]

/** Rows of one line and day as one number: two sets of rows with the same one are the same, but for a miracle. */
const print = `sum(high_bits(hash(order_id, order_item_id, is_reversal, purchase_date, channel, amount_cents)))`

const perDay = (from: string, sign: string) => `
  select line, recognition_date, ${sign}count(*) as held, ${sign}sum(amount_cents) as cents,
    ${sign}${print} as print
  from ${from} group by line, recognition_date`

/** By line and day of recognition: what is recognised of one side more than of the other. */
const recognitionDifferences: WorkingTable = {
  name: 'recognition_differences',
  uses: [expectedOrders, expectedItems],
  select: `
    select line, recognition_date, sum(held) as held, sum(cents) as cents, sum(print) as print
    from (
      ${perDay(RECOGNITION, '')}
      union all
      ${perDay(`(${[...ofItems, ...ofOrdersWithoutItems].join(' union all ')}) as wanted`, '-')}
    ) as sides
    group by line, recognition_date`,
}

/** Recognition: the long table that wide ones are made from. */
export const recognitionLaws = lawsOf('finance', [
  {
    name: 'lines_are_declared',
    unit: 'rows',
    statement:
      'The lines of the profit and loss add or take, enter totals and are booked as the judgment knows them',
    distrust: 'every table of profit',
    needs: [],
    sql: sameRows({
      key: [
        ...['line_no', 'line', 'name', 'sign', 'is_revenue', 'section_no', 'section', 'account'],
        ...['contra_account', 'event', 'rule', 'rests_on'],
      ],
      published: `(select * replace (cast(is_revenue as bigint) as is_revenue) from ${LINES})`,
      expected: `(${valuesOf(
        {
          ...({ line_no: 'bigint', line: 'varchar', name: 'varchar', sign: 'bigint' } as const),
          is_revenue: 'bigint' as const,
          ...({ section_no: 'bigint', section: 'varchar', account: 'varchar' } as const),
          ...({ contra_account: 'varchar', event: 'varchar', rule: 'varchar' } as const),
          ...({ rests_on: 'varchar' } as const),
        },
        [
          ...profitLines.map((line, i) => [
            ...[i + 1, line.id, line.name, line.sign, isRevenue(line) ? 1 : 0],
            ...[sectionNumber(line), line.section],
            ...[line.account, line.contra, line.entry, line.rule, line.restsOn.join(', ')],
          ]),
          ...linesGone.map((id) => [0, id, '', 0, 0, 0, '', '', '', '', '', '']),
        ],
      )})`,
    }),
    fault: {
      victim: 'select 2 as rows',
      breaks: `update ${LINES} set sign = -sign where line = 'commission'`,
    },
  },
  {
    name: 'recognition_of_items',
    statement:
      'Every line of every item is recognised on the day of its event, whole, and reversed on the day its order came to nothing, row by row',
    distrust: 'every table of profit',
    needs: [...new Set(orderLines.flatMap(({ rule }) => standing(rule)))],
    uses: [recognitionDifferences],
    sql: `
      select abs(cents) as amount_cents, concat(line, ' ', recognition_date) as sample
      from recognition_differences where held <> 0 or cents <> 0 or print <> 0`,
    fault: {
      victim: `select order_id, order_item_id, amount_cents as cents from ${RECOGNITION}
        where line = 'commission' and not is_reversal order by order_id, order_item_id limit 1`,
      breaks: `delete from ${RECOGNITION} where order_id = :order_id
        and order_item_id = :order_item_id and line = 'commission' and not is_reversal`,
    },
  },
])
