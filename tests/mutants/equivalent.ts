/** Mutants that cannot change what is published, each with its reason. */
const reasons: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /bridge_order_clicks\.sql:29 on loses a condition/,
    "an order behind its channel's block asks for clicks behind the day's queue, where no lot is",
  ],
  [/dim_geography\.sql:36 where loses/, 'a prefix without points sums nothing, with or without it'],
  [
    /fct_orders\.sql:63 constant 1/,
    'every purchase lies in the calendar, whose years come from the purchases',
  ],
  [/verdict\.sql:43 constant 0/, 'there is always a lot to sum, or nothing at all is published'],
  [
    /(fct_subscriptions\.sql:15|pnl_slices\.sql:28) left join to inner join/,
    'the right side has a row for every one of the left: keys point to a default member at least',
  ],
  [/reconciliation\.sql:121 min to max/, 'of one value'],
  [
    /fct_order_events\.sql:58 purchase_date to/,
    'the purchase stands beside it in the same greatest()',
  ],
  [/inventory\.ts:122 /, 'the words of a refusal'],
  [/water-fill\.ts:145 < to <=/, 'the order of equal values among themselves'],
  [/counts\.ts:67 /, 'not of the pipeline: it restarts a market from the middle'],
  [/place-spend\.ts:8\d /, 'refuses a plan that these marketplaces do not have'],
  [/allocate\.ts:23 /, 'no negative amount is ever split'],
  [
    /(allocator\.ts:28|round\.ts:26) /,
    'mends a quotient that division of doubles rounded up: none of these sizes is',
  ],
]

/** Why a mutant is no fault; undefined where it may be one. */
export function equivalent(id: string): string | undefined {
  return reasons.find(([pattern]) => pattern.test(id))?.[1]
}
