import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Basis,
  bases,
  basisOf,
  EVERYTHING,
  evidenceOf,
  type Ground,
  groundBases,
  grounds,
  UP_TO_MARKETING,
  weakest,
} from '../../src/schema/basis.js'
import { schemas } from '../../src/schema/dictionary.js'
import { profitLines, sectionNumber } from '../../src/schema/finance/profit-lines.js'

const observed = { spend: 'observed', clicks: 'observed' } as const
const spendOnly = { spend: 'observed', clicks: 'simulated' } as const
const simulated = { spend: 'simulated', clicks: 'simulated' } as const

describe('weakest', () => {
  it('is the last of observed, fitted, declared, simulated', () => {
    expect(weakest(['observed', 'fitted'])).toBe('fitted')
    expect(weakest(['declared', 'fitted', 'observed'])).toBe('declared')
    expect(weakest(['simulated', 'declared'])).toBe('simulated')
    expect(weakest([])).toBe('observed')
  })

  it('never grows stronger by more parts', () => {
    const some = fc.array(fc.constantFrom<Basis>(...bases))
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(bases.indexOf(weakest([...a, ...b]))).toBe(
          Math.max(bases.indexOf(weakest(a)), bases.indexOf(weakest(b))),
        )
      }),
    )
  })
})

describe('the basis of a figure', () => {
  it.each<[readonly Ground[], Basis, Basis, Basis]>([
    [['orders'], 'observed', 'observed', 'observed'],
    [['orders', 'rates'], 'declared', 'declared', 'declared'],
    [['spend'], 'observed', 'observed', 'simulated'],
    [['spend', 'clicks'], 'observed', 'simulated', 'simulated'],
    [['spend', 'clicks', 'consumption'], 'simulated', 'simulated', 'simulated'],
  ])('made from %j: %s with clicks on file, %s with spend on file, %s with neither', (...row) => {
    const [restsOn, ...expected] = row
    const found = [observed, spendOnly, simulated].map((one) =>
      basisOf(restsOn, groundBases([one], 'declared')),
    )
    expect(found).toEqual(expected)
  })

  it('of the cost of goods is that of the files where they tell it', () => {
    const bases = (['observed', 'declared'] as const).map((goods) =>
      basisOf(['orders', 'goods'], groundBases([simulated], goods)),
    )
    expect(bases).toEqual(['observed', 'declared'])
  })

  it('is that of the weakest channel', () => {
    expect(groundBases([observed, spendOnly], 'declared').clicks).toBe('simulated')
    expect(groundBases([observed, spendOnly], 'declared').spend).toBe('observed')
  })
})

it.each([
  [[observed, observed], 'observed'],
  [[observed, spendOnly], 'partly observed'],
  [[spendOnly], 'partly observed'],
  [[{ spend: 'declared', clicks: 'simulated' }], 'simulated'],
  [[simulated, simulated], 'simulated'],
  [[], 'observed'],
] as const)('channels of %j are %s', (paid, evidence) => {
  expect(evidenceOf(paid)).toBe(evidence)
})

describe('what is declared', () => {
  const money = Object.entries(schemas).flatMap(([stage, tables]) =>
    Object.entries(tables).flatMap(([table, { columns, restsOn }]) =>
      Object.entries(columns)
        .filter(([name]) => name.endsWith('_cents'))
        .map(([name, column]) => [`${stage}.${table}.${name}`, column.restsOn ?? restsOn] as const),
    ),
  )

  it('names what every column of money is made from', () => {
    expect(money.length).toBeGreaterThan(150)
    expect(money.filter(([, restsOn]) => !restsOn?.length).map(([name]) => name)).toEqual([])
  })

  it('lets everything rest on all there is, and profit on all that its lines rest on', () => {
    expect(new Set([...EVERYTHING, 'files', 'incrementality'])).toEqual(
      new Set(Object.keys(grounds)),
    )
    const upTo = (last: number) =>
      profitLines.filter((line) => sectionNumber(line) <= last).flatMap(({ restsOn }) => restsOn)
    expect(new Set(upTo(4))).toEqual(new Set(UP_TO_MARKETING))
    expect(new Set(upTo(5))).toEqual(new Set(EVERYTHING))
  })
})
