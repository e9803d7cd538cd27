import { changed } from '../fault.js'
import { lawsOf } from '../law.js'

/** How sure decisions are: each answer that is varied is the one that is told, and tests are predicted two ways. */
export const howSureLaws = lawsOf('decisions', [
  {
    name: 'sensitivity_stands_on_answers',
    unit: 'rows',
    statement:
      'What assumptions are varied around is the profit, the gain of the best plan and the profit by cause that the run tells',
    distrust: 'what answers hang on, and where they flip',
    needs: [],
    sql: `
      select 0 as amount_cents, concat(s.question, ' ', s.channel, ' ', s.assumption_id) as sample
      from decisions.sensitivity as s
      left join (
        select 'net_profit' as question, '' as channel, contribution_after_marketing_cents as cents
        from finance.verdict
        union all
        select 'best_plan', '', profit_difference_mean_cents from decisions.plan_summary
        where plan_id = 'best_total'
        union all
        select 'pays', channel, incremental_profit_cents from decisions.channel_value
      ) as told on told.question = s.question and told.channel = s.channel
      where s.question in ('net_profit', 'best_plan', 'pays')
        and s.answer_at_value is distinct from told.cents`,
    fault: changed(
      'decisions.sensitivity',
      ['question', 'channel', 'assumption_id'],
      'answer_at_value = answer_at_value + 1',
      { where: "question = 'pays'" },
    ),
  },
  {
    name: 'flips_lie_within_their_range',
    unit: 'rows',
    statement: 'A value at which a verdict flips lies within the range that was asked about',
    distrust: 'where answers flip',
    needs: [],
    sql: `
      select 0 as amount_cents, concat(question, ' ', channel, ' ', assumption_id) as sample
      from decisions.sensitivity
      where flip_value is not null
        and not (flip_value >= least(low_value, value) and flip_value <= greatest(high_value, value))`,
    fault: changed(
      'decisions.sensitivity',
      ['question', 'channel', 'assumption_id'],
      'flip_value = greatest(high_value, value) + 1',
      {},
    ),
  },
  {
    name: 'verdict_range_is_of_the_verdict',
    statement:
      'The figures that have a range are those of the verdict, and no range is upside down',
    distrust: 'the range of the verdict',
    needs: [],
    sql: `
      select abs(r.value - coalesce(v.cents, r.value)) as amount_cents, r.figure as sample
      from decisions.verdict_range as r
      left join (
        unpivot (
          select contribution_after_marketing_cents, spend_cents, acquisition_cost_cents,
            waste_cents, live_cents from finance.verdict
        ) on columns(*) into name figure value cents
      ) as v on v.figure = r.figure
      where r.low > r.high or (v.cents is not null and r.value <> v.cents)`,
    fault: {
      victim: "select 'spend_cents' as figure, 23 as cents",
      breaks: 'update decisions.verdict_range set value = value + 23 where figure = :figure',
    },
  },
  {
    name: 'lift_is_predicted_by_the_counterfactual',
    unit: 'rows',
    statement:
      'What the fit expects a lift test to find is what the full counterfactual of its window says',
    distrust: 'what lift tests add to the fit',
    needs: [],
    sql: `
      select 0 as amount_cents, test_id as sample from decisions.lift_tests
      where not abs(predicted_mean - counterfactual_mean)
        <= 1e-9 * greatest(1, abs(predicted_mean))`,
    fault: {
      victim:
        'select min(test_id) as test_id, 1 as rows from decisions.lift_tests having count(*) > 0',
      breaks: `update decisions.lift_tests set predicted_mean = predicted_mean + 1e-6 * (1 + abs(predicted_mean))
        where test_id = :test_id`,
    },
  },
])
