import { sectionNumber } from '../../../schema/finance/profit-lines.js'
import { type AccountKind, accountsOf } from '../../accounts.js'
import { profitLines } from '../../known-lines.js'
import { lawsOf } from '../../law.js'
import { orderLines } from '../../order-lines.js'
import { itemColumns, totalColumns, totalsOf } from '../../profit-lines.js'
import { sameRows } from '../../sql.js'
import { days } from '../../working/calendar.js'
import { dailyCosts } from '../../working/daily-costs.js'
import { profitFacts, wasted } from '../../working/order-results.js'
import { orderPostings } from '../../working/order-totals.js'
import { standing } from './line-needs.js'

const late = profitLines
  .filter(({ status }) => status)
  .flatMap((line) =>
    [line.entry, `${line.entry}_reversed`].map(
      (event) => `('${event}', '${line.account}', ${line.sign}, ${sectionNumber(line)})`,
    ),
  )
  .join(', ')

const listed = (...kinds: readonly AccountKind[]) =>
  accountsOf(...kinds)
    .map((account) => `'${account}'`)
    .join(', ')

/** What cash is early or late by beside the lines of profit. */
const otherTimings = [
  ...accountsOf('marketing').map((account) => `(1000, 'marketing_assets', '${account}')`),
  "(1001, 'advertising_owed', 'advertising_payable')",
  ...accountsOf('receivable').map((account) => `(1002, 'payments_on_their_way', '${account}')`),
].join(', ')

/** Every line of the profit and loss, by account: what it adds to profit, and what is late. */
const reconciled = `(
  with lines (line_no, line, account, contra, sign, section_no) as (
    values ${profitLines
      .map(
        (line, i) =>
          `(${i + 1}, '${line.id}', '${line.account}', '${line.contra}', ${line.sign}, ${sectionNumber(line)})`,
      )
      .join(', ')}
  ),
  cohort as (${profitLines
    .map(
      ({ id }) => `select '${id}' as line, sum(${id}_cents) as cents from finance.pnl_cohort_daily`,
    )
    .join(' union all ')}),
  booked as (
    select account, -sum(amount_cents) as cents from finance.journal_lines group by account
  ),
  late as (
    select e.account, sum(p.cents) as cents
    from expected_order_postings as p
    inner join (values ${late}) as e (event, account, sign, section_no) on e.event = p.event
    where p.entry_date > (select max(date) from expected_days)
    group by e.account
  ),
  lined as (
    select l.section_no, l.line_no, l.line, l.sign * c.cents as cohort_cents,
      l.sign * coalesce(t.cents, 0) as unrecognised_cents, coalesce(b.cents, 0) as recognised_cents,
      coalesce(o.cents, 0) as timing_cents
    from lines as l
    inner join cohort as c on c.line = l.line
    left join booked as b on b.account = l.account
    left join booked as o on o.account = l.contra and o.account in (${listed('owed', 'deferred')})
    left join late as t on t.account = l.account
    union all
    select 4, r.line_no, r.line, 0, 0, 0, coalesce(sum(b.cents), 0)
    from (values ${otherTimings}) as r (line_no, line, account)
    left join booked as b on b.account = r.account
    group by r.line_no, r.line
  ),
  closed as (
    select * from lined
    union all
    select t.section_no, 1003, t.line, sum(l.cohort_cents), sum(l.unrecognised_cents),
      sum(l.recognised_cents), sum(l.timing_cents)
    from (values (4, 'contribution_after_marketing'), (5, 'operating_result')) as t (section_no, line)
    inner join lined as l on l.section_no <= t.section_no
    group by t.section_no, t.line
  )
  select row_number() over (order by greatest(section_no, 4), line_no) as line_no,
    * exclude (line_no), recognised_cents + timing_cents as cash_cents, 0 as cohort_residual_cents,
    0 as cash_residual_cents
  from closed)`

const timed = [...new Set(orderLines.flatMap(({ rule }) => standing(rule)))]

/** The answer, and every way to it. */
export const answerLaws = lawsOf('finance', [
  {
    name: 'reconciliation',
    statement:
      'Every line reconciles three ways: cohort less what is not yet recognised is the journal, that with its timing is cash',
    distrust: 'the reconciliation',
    needs: timed,
    uses: [days, orderPostings],
    sql: sameRows({
      key: ['line_no', 'line'],
      cents: [
        ...['cohort_cents', 'unrecognised_cents', 'recognised_cents', 'timing_cents', 'cash_cents'],
        ...['cohort_residual_cents', 'cash_residual_cents'],
      ],
      published: 'finance.reconciliation',
      expected: reconciled,
    }),
    fault: {
      victim: `select abs(cash_cents) as cents from finance.reconciliation where line = 'operating_result'`,
      breaks: `update finance.reconciliation set cash_cents = 0 where line = 'operating_result'`,
    },
  },
  {
    name: 'verdict',
    statement: 'The verdict is what the facts, the journal and the parts of spend add up to',
    distrust: 'the verdict',
    needs: timed,
    uses: [days, dailyCosts, orderPostings, profitFacts, wasted],
    sql: sameRows({
      key: ['first_date', 'last_date'],
      cents: [
        ...[
          'gmv_cents',
          'contribution_after_marketing_cents',
          'operating_result_cents',
          'cash_result_cents',
          'cash_at_once_cents',
          'spend_cents',
        ],
        ...['acquisition_cost_cents', 'decayed_cents', 'expired_cents', 'no_response_cents'],
        ...[
          'live_cents',
          'in_flight_cents',
          'waste_cents',
          'unrecognised_cents',
          'law_residual_cents',
        ],
      ],
      published: 'finance.verdict',
      expected: `(
        with profit as (
          select sum(gmv_cents) as gmv, ${totalColumns.map((name) => `sum(${totalsOf(itemColumns)[name]}) as ${name}`).join(', ')}
          from profit_facts
        ),
        waste as (
          select coalesce(sum(decayed_cents), 0) as decayed, coalesce(sum(expired_cents), 0) as expired,
            coalesce(sum(no_response_cents), 0) as unanswered
          from wasted_daily
        ),
        subscribed as (
          select coalesce(sum(recognised_cents), 0) as cents from finance.fct_subscriptions
        ),
        cash as (
          select coalesce(sum(amount_cents), 0) as at_once,
            coalesce(sum(amount_cents) filter (where account in (${listed('cash', 'held')})), 0) as cents
          from finance.journal_lines
          where account in (${listed('cash', 'held', 'receivable', 'owed')})
        ),
        spent as (
          select coalesce(sum(cost_cents), 0) as cents, coalesce(sum(cost_cents) filter (where
            release_date > (select max(date) from market.fct_marketing_daily)), 0) as in_flight
          from market.spend_release
        ),
        late as (
          select coalesce(sum(p.cents * e.sign), 0) as cents
          from expected_order_postings as p
          inner join (values ${late}) as e (event, account, sign, section_no) on e.event = p.event
          where e.section_no <= 4 and p.entry_date > (select max(date) from expected_days)
        )
        select (select min(date) from expected_days) as first_date,
          (select max(date) from expected_days) as last_date,
          coalesce(p.gmv, 0) as gmv_cents,
          coalesce(p.contribution_after_marketing_cents, 0) + s.cents - w.decayed - w.expired
            - w.unanswered as contribution_after_marketing_cents,
          coalesce(p.operating_result_cents, 0) + s.cents - w.decayed - w.expired - w.unanswered
            - (select coalesce(sum(cents), 0) from daily_costs) as operating_result_cents,
          c.cents as cash_result_cents, c.at_once as cash_at_once_cents, m.cents as spend_cents,
          (select coalesce(sum(cost_cents), 0) from attribution.bridge_order_clicks)
            as acquisition_cost_cents,
          w.decayed as decayed_cents, w.expired as expired_cents, w.unanswered as no_response_cents,
          (select coalesce(sum(closing_cents), 0) from attribution.click_lot_daily
            where date = (select max(date) from market.fct_marketing_daily)) as live_cents,
          m.in_flight as in_flight_cents, w.decayed + w.expired + w.unanswered as waste_cents,
          l.cents as unrecognised_cents, 0 as law_residual_cents
        from profit as p cross join waste as w cross join subscribed as s cross join cash as c
        cross join spent as m cross join late as l)`,
    }),
    fault: {
      victim: 'select 100000000 as cents',
      breaks: `update finance.verdict set contribution_after_marketing_cents
        = contribution_after_marketing_cents + 100000000`,
    },
  },
])
