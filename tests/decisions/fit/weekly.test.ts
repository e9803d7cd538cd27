import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eventColumn, seasonColumns } from '../../../src/decisions/calendar.js'
import type { DecisionData } from '../../../src/decisions/data.js'
import { fitOrders } from '../../../src/decisions/fit/fit.js'

/** Folder of PyMC-Marketing's example series; not part of this repository. */
const mmmDir = resolve(process.env.CAUSEWAY_MMM_DIR ?? join('..', 'shared', 'mmm'))
const file = join(mmmDir, 'mmm_example.csv')
const hasExample = existsSync(file)
const needs = hasExample
  ? ''
  : `: SKIPPED, ${file} is absent (CAUSEWAY_MMM_DIR names another place)`

function example(): DecisionData {
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  const names = head!.split(',')
  const rows = lines.map((line) => line.split(','))
  const column = (name: string) =>
    Float64Array.from(rows, (cells) => Number(cells[names.indexOf(name)]))
  const firstDay = Date.parse(rows[0]![0]!) / 86_400_000
  return {
    grain: 'week',
    firstDay,
    orders: column('y'),
    outcomeIsCount: false,
    spendSource: 'observed',
    liftTests: [],
    calendar: [
      ...seasonColumns({ grain: 'week', firstDay, periods: rows.length }),
      eventColumn('event_1', column('event_1')),
      eventColumn('event_2', column('event_2')),
    ],
    channels: ['x1', 'x2'].map((id) => ({
      id,
      spend: column(id),
      spendBefore: new Float64Array(0),
      kernel: { kind: 'geometric', decay: 0.5, maxLag: 8 },
      curve: { kind: 'logistic' },
    })),
  }
}

/** As the example was made: decay .4 and .2 of 8 weeks, logistic rates 4 and 3, effects 3 and 2 thousand. */
const TRUTH = [
  { decay: 0.4, rate: 4, most: 3000 },
  { decay: 0.2, rate: 3, most: 2000 },
]

describe.skipIf(!hasExample)(`a weekly series of known truth${needs}`, () => {
  it('finds what each channel caused, and its memory', () => {
    const data = example()
    const { channels, grids, posterior } = fitOrders(data)
    for (const [c, { decay, rate, most }] of TRUTH.entries()) {
      const { spend } = data.channels[c]!
      const weights = Array.from({ length: 8 }, (_, k) => decay ** k)
      const total = weights.reduce((a, b) => a + b)
      const exposure = spend.map((_, t) =>
        weights.reduce((sum, w, k) => sum + (w / total) * (spend[t - k] ?? 0), 0),
      )
      const caused = exposure.reduce((sum, x) => sum + most * Math.tanh((rate * x) / 2), 0)
      expect(channels[c]!.incremental.low).toBeLessThan(caused)
      expect(channels[c]!.incremental.high).toBeGreaterThan(caused)
      const memories = Array.from({ length: posterior.draws }, (_, i) => {
        const { kernel } = grids[c]![posterior.gridPoint[i * 2 + c]!]!
        return kernel.kind === 'geometric' ? kernel.decay : NaN
      })
      const mean = memories.reduce((a, b) => a + b) / memories.length
      expect(Math.abs(mean - decay)).toBeLessThan(0.06)
    }
  })
})
