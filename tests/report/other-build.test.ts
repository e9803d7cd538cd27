import { expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { judge } from '../../src/report/judgment.js'
import { loadedBuild, type Workbench } from '../../src/workbench/index.js'

/** A run whose tables lack a column that the laws read. */
const run = (build: string) =>
  ({
    name: 'main',
    record: {
      made_at: '2026-01-02T03:04:05Z',
      version: '0.0.9',
      artifacts: { raw: { build: loadedBuild }, dwh: { build } },
    },
    async verify() {},
    async rows(sql: string) {
      if (sql.includes('limit 1')) return []
      throw new Error('Binder Error: Referenced column "cost_cents" not found')
    },
  }) as unknown as Workbench

it('names the other build whose tables the laws cannot read', async () => {
  await expect(judge(run('of before'))).rejects.toThrow(InputError)
  await expect(judge(run('of before'))).rejects.toThrow(
    'The run main of 2026-01-02 was made by another build of the library (0.0.9), and the laws of this one cannot read its tables. Run `causeway run` to make it anew.',
  )
})

it('leaves a fault of its own build as it is', async () => {
  await expect(judge(run(loadedBuild))).rejects.toThrow('Binder Error')
})
