import { changed, gone } from '../fault.js'
import { type LawDeclaration, lawsOf } from '../law.js'
import { agree } from '../sql.js'

const SENSITIVITY = 'decisions.sensitivity'
const EXPERIMENTS = 'decisions.experiments'

/** The value of an assumption in this run, as a number; what is told, where a run has none but its decisions. */
const assumedValue = (id: string, told: string) => `coalesce(
  (select try_cast(a.value as double) from assumed as a where a.id = ${id}),
  case when ${id} like 'decisions.%' then ${told} end)`

const rows = { needs: [], unit: 'rows' } as const satisfies Partial<LawDeclaration>

/** Whether something supports the figure of a channel, its contraction held against a fifth. */
const supported = (contraction: string) => `(f.grade in ('measured', 'indicated')
      or (f.grade = 'not_identified' and f.contraction_bps ${contraction}))`

/** What is advised rests on what was assumed, and is ranked by what it is worth. */
export const adviceLaws = lawsOf('decisions', [
  {
    ...rows,
    name: 'assumptions_are_varied_around_what_stands',
    statement:
      'An assumption is varied around its value in this run, what a channel causes around what the fit says, both ends in order',
    distrust: 'what answers hang on',
    sql: `
      select 0 as amount_cents, concat(s.question, ' ', s.channel, ' ', s.assumption_id) as sample
      from ${SENSITIVITY} as s
      left join decisions.fit_parameters as p
        on p.parameter = 'incrementality' and s.assumption_id = concat('decisions.incrementality.', p.channel)
      where not (${agree('s.value', `coalesce(p.mean, ${assumedValue('s.assumption_id', 's.value')})`)}
        and coalesce(s.low_value <= s.value + 1e-9 and s.value <= s.high_value + 1e-9, false)
        and (p.channel is null or (${agree('s.low_value', 'p.low')} and ${agree('s.high_value', 'p.high')}))
        and coalesce(s.basis in ('declared', 'fitted'), false))`,
    fault: changed(SENSITIVITY, ['question', 'channel', 'assumption_id'], 'value = value + 1', {
      where: "high_value > value + 1 and assumption_id not like 'decisions.%'",
    }),
  },
  {
    ...rows,
    name: 'what_moves_most_comes_first',
    statement: 'Of one question assumptions are ranked by how far they move its answer',
    distrust: 'what answers hang on',
    sql: `
      select 0 as amount_cents, concat(question, ' ', channel, ' ', rank) as sample
      from (
        select *, row_number() over ranked as place, lag(swing) over ranked as before
        from (
          select question, channel, rank, greatest(answer_at_value, answer_at_low, answer_at_high)
            - least(answer_at_value, answer_at_low, answer_at_high) as swing
          from ${SENSITIVITY}
          where answer_at_low is not null and answer_at_high is not null
        ) as swings
        window ranked as (partition by question, channel order by rank)
      ) as places
      where not coalesce(rank = place and swing <= coalesce(before, swing) + 2, false)
      union all
      select 0, concat(question, ' ', channel, ' ', assumption_id)
      from ${SENSITIVITY} where answer_at_low is null or answer_at_high is null`,
    fault: changed(SENSITIVITY, ['question', 'channel', 'assumption_id'], 'rank = rank + 1000', {
      where: `rank = (select max(rank) from ${SENSITIVITY} as s
        where s.question = sensitivity.question and s.channel = sensitivity.channel)`,
    }),
  },
  {
    name: 'experiments_are_worth_their_value_less_cost',
    statement:
      'An experiment nets what its result is worth less what it costs, its result is worth no more than knowing all, and the best comes first',
    distrust: 'which experiment to run',
    needs: [],
    sql: `
      select abs(coalesce(net_cents, 0) - coalesce(evsi_cents, 0) + greatest(0, coalesce(cost_cents, 0)))
          as amount_cents, experiment_id as sample
      from (
        select *, row_number() over (order by rank) as place,
          lag(net_cents) over (order by rank) as before,
          (select max(evpi_cents) from ${EXPERIMENTS}) as evpi
        from ${EXPERIMENTS}
      ) as e
      where not coalesce(net_cents = evsi_cents - greatest(0, cost_cents)
        and evsi_cents >= 0 and evsi_cents <= evpi_cents and evpi_cents = evpi
        and rank = place and net_cents <= coalesce(before, net_cents) + 1, false)`,
    fault: changed(EXPERIMENTS, ['experiment_id'], 'cost_cents = cost_cents + 37', {
      cents: '37',
      where: 'cost_cents > 0',
    }),
  },
  {
    ...rows,
    name: 'experiments_are_what_they_are_called',
    statement:
      'An experiment is called by its design, channel, days and share; only what nets something is worth it, and one is to be first',
    distrust: 'which experiment to run',
    sql: `
      select 0 as amount_cents, e.experiment_id as sample
      from ${EXPERIMENTS} as e
      left join decisions.channel_value as v on v.channel = e.channel
      where not coalesce(
        e.experiment_id = concat(e.design, ' ', e.channel, ' ', e.days, ' ', e.share_bps)
        and e.design in ('holdout', 'jitter') and v.channel is not null
        and e.days > 0 and e.share_bps > 0 and e.share_bps <= 10000
        and coalesce(e.standard_error, 1) > 0 and (e.standard_error is not null or e.evsi_cents = 0)
        and (not e.is_worth_it or e.net_cents > 0), false)
      union all
      select 0, 'first'
      from (
        select count(*) as held, count(case when is_first then 1 end) as firsts,
          count(case when is_worth_it then 1 end) as worth,
          min(case when is_first then rank end) as first_rank,
          min(case when is_worth_it then rank end) as best_rank,
          count(distinct promise) as promises,
          count(case when promise in ('expected', 'at_most') then 1 end) as promised
        from ${EXPERIMENTS}
      ) as e
      where held > 0 and (firsts > 1 or (worth > 0 and first_rank is distinct from best_rank)
        or promises <> 1 or promised <> held)`,
    fault: changed(EXPERIMENTS, ['experiment_id'], 'days = days + 1', {}),
  },
  {
    ...rows,
    name: 'unsupported_is_what_moves_unsupported',
    statement:
      'The unsupported share of a plan is what it moves on channels whose figure is neither measured nor indicated nor a fifth narrower than assumed, by all that it moves',
    distrust: 'whether a plan may be acted on',
    sql: `
      with moved as (
        select p.plan_id, sum(abs(p.spend_cents - t.spend_cents)) as cents,
          coalesce(sum(abs(p.spend_cents - t.spend_cents)) filter (where not ${supported('>= 2000')}), 0) as least,
          coalesce(sum(abs(p.spend_cents - t.spend_cents)) filter (where not ${supported('> 2000')}), 0) as most
        from decisions.plans as p
        inner join decisions.plans as t
          on t.plan_id = 'today' and t.channel = p.channel and t.month = p.month
        left join decisions.fit_status as f on f.channel = p.channel
        group by p.plan_id
      ),
      cells as (
        select count(*) * (select count(*) from decisions.channel_value) as days
        from decisions.fit_days
      )
      select 0 as amount_cents, s.plan_id as sample
      from decisions.plan_summary as s
      cross join cells as c
      left join moved as m on m.plan_id = s.plan_id
      where not coalesce(m.cents = 0 or s.unsupported_bps
        between 10000.0 * (m.least - 2 * c.days) / m.cents - 1
        and 10000.0 * (m.most + 2 * c.days) / m.cents + 1, false)`,
    fault: changed(
      'decisions.plan_summary',
      ['plan_id'],
      'unsupported_bps = 10000 - unsupported_bps',
      { where: "plan_id = 'best_total'" },
    ),
  },
  {
    ...rows,
    name: 'calibration_starts_from_what_stands',
    statement:
      'A calibrated run starts from the assumption of this run, and keeps it where nothing was learned',
    distrust: 'a calibrated run',
    sql: `
      select 0 as amount_cents, c.assumption_id as sample
      from decisions.calibration as c
      where not (${agree('c.declared_value', assumedValue('c.assumption_id', 'c.declared_value'))}
        and coalesce(c.basis = 'fitted' or (c.basis = 'declared' and c.value = c.declared_value), false)
        and c.value is not null and coalesce(c.low <= c.high, true)
        and c.channel is not null and c.note is not null)`,
    fault: {
      victim:
        'select min(assumption_id) as assumption_id, 1 as rows from decisions.calibration having count(*) > 0',
      breaks: `update decisions.calibration set declared_value = declared_value + 1 where assumption_id = :assumption_id`,
    },
  },
  {
    ...rows,
    name: 'verdict_is_drawn_once',
    statement:
      'All figures of the verdict are ranged over the same draws, and orders with a channel are those of attribution',
    distrust: 'the range of the verdict',
    sql: `
      select 0 as amount_cents, r.figure as sample
      from decisions.verdict_range as r
      cross join (select min(draws) as draws from decisions.verdict_range) as d
      cross join (
        select count(*) as orders from attribution.fct_order_attribution where channel <> 'direct'
      ) as a
      where not coalesce(r.draws = d.draws and r.draws > 0
        and (r.figure <> 'attributed_orders' or r.value = a.orders), false)`,
    fault: {
      victim: "select 'attributed_orders' as figure, 1 as rows",
      breaks: 'update decisions.verdict_range set value = value + 1 where figure = :figure',
    },
  },
  {
    ...rows,
    name: 'answers_are_whole',
    statement:
      "Today's plan and both best ones, the bridge, the answers that hang on assumptions and the ranges of the verdict are each there once, none without its words",
    distrust: 'what is advised',
    sql: `
      select 0 as amount_cents, coalesce(e.what, p.what) as sample
      from (
        select unnest(['today', 'best_total', 'best_split', 'contribution_after_marketing_cents',
          'spend_cents', 'acquisition_cost_cents', 'waste_cents', 'live_cents', 'attributed_orders',
          'net_profit', 'best_plan', 'pays', 'waste', 'cost_per_click']) as what
        union all
        select concat('line ', unnest(generate_series(1, 1 + 2 * count(*)))) from decisions.channel_value
      ) as e
      full outer join (
        select plan_id as what from decisions.plan_summary
        union all select figure from decisions.verdict_range
        union all select distinct question from ${SENSITIVITY}
        union all select concat('line ', line_no) from decisions.profit_bridge
      ) as p on p.what = e.what
      group by e.what, p.what having e.what is null or p.what is null or count(*) > 1
      union all
      select 0, plan_id from decisions.plan_summary
      where not coalesce(name <> '' and certificate is not null
        and unsupported_bps between 0 and 10000 and abs(tail_orders) < 1e9
        and case when plan_id = 'today' then advice = 'keep' and tail_orders = 0 and unsupported_bps = 0
          else advice in ('act', 'test', 'unknown', 'keep') end, false)
      union all
      select 0, concat(question, ' ', channel)
      from ${SENSITIVITY} group by question, channel
      having count(distinct answer_at_value) <> 1 or count(answer_at_value) <> count(*)
      union all
      select 0, experiment_id from ${EXPERIMENTS} where is_first is null or is_worth_it is null`,
    fault: gone('decisions.verdict_range', ['figure'], {}),
  },
])
