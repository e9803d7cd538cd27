import { expect, it } from 'vitest'
import { Declared } from '../../src/judgment/declared.js'
import { type ArtifactKeys, KeptLaws } from '../../src/judgment/kept-laws.js'
import { lawsOf } from '../../src/judgment/law.js'

const [law] = lawsOf('dwh', [
  {
    name: 'weekends_are_worked',
    statement: 'x',
    distrust: 'x',
    needs: ['finance.weekend_operations_bps', 'finance.payment_types.*.fee_bps'],
    sql: 'select 0 as amount_cents, order_id as sample from raw.orders',
    fault: { victim: 'x', breaks: 'x' },
  },
])
const held = { rows: 0, cents: 0, sample: [], isAsked: true } as never

const artifacts: ArtifactKeys = { raw: 'r', dwh: 'd', market: 'm' }
const declared = {
  'finance.weekend_operations_bps': '10000',
  'finance.payment_types.card.fee_bps': '0',
}

/** Whether an answer that was kept is found again under what stands now. */
function isFound(now: ArtifactKeys, changes: Readonly<Record<string, string>> = {}): boolean {
  const results = new Map<string, unknown>()
  const store = {
    find: (key: string) => results.get(key),
    keep: (key: string, result: unknown) => void results.set(key, result),
  }
  const under = (values: object) => new Declared(new Map(Object.entries(values)))
  new KeptLaws(store, artifacts, under(declared)).keep(law!, held)
  return new KeptLaws(store, now, under({ ...declared, ...changes })).find(law!) === held
}

it('an answer is kept under the artifacts that the law reads and the assumptions that it needs', () => {
  expect(isFound(artifacts)).toBe(true)
  expect(isFound({ ...artifacts, market: 'other' })).toBe(true)
  expect(isFound(artifacts, { 'finance.carrier_cost_bps': '9' })).toBe(true)
})

it.each([
  ['another artifact of its stage', { ...artifacts, dwh: 'other' }, {}],
  ['another artifact that it reads', { ...artifacts, raw: 'other' }, {}],
  ['an artifact without a key', { dwh: 'd' }, {}],
  ['another assumption', artifacts, { 'finance.weekend_operations_bps': '9999' }],
  ['another assumption of a member', artifacts, { 'finance.payment_types.card.fee_bps': '1' }],
  ['a new member', artifacts, { 'finance.payment_types.cash.fee_bps': '0' }],
])('and is asked for anew under %s', (_, now, changes) => {
  expect(isFound(now, changes)).toBe(false)
})
