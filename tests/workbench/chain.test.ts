import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { type StageName, stageNames } from '../../src/schema/artifact-names.js'
import { checkChain } from '../../src/workbench/chain.js'
import type { Artifact, Artifacts, Origin, RunRecord } from '../../src/workbench/manifest.js'

const CHANCE: readonly StageName[] = ['market', 'attribution']

/** The artifacts of a whole run under a seed, each a function of the seed where chance is used. */
function artifacts(seed: number): Artifacts {
  const made: Partial<Record<StageName, Artifact>> = {}
  const origins: Partial<Record<StageName, Origin>> = {}
  for (const stage of stageNames) {
    const early = stage === 'raw' || stage === 'dwh'
    const origin = {
      key: early ? stage : `${stage}-${seed}`,
      build: 'b',
      seed: CHANCE.includes(stage) ? seed : null,
      outside: '',
      assumptions: '',
    }
    made[stage] = { ...origin, file: '', ancestors: { ...origins }, rows: {}, bytes: 0, crc32: '' }
    origins[stage] = origin
  }
  return made
}

const record = (changed: Artifacts, seed = 42): RunRecord => ({
  made_at: '',
  version: '',
  data: { folder: '', fingerprint: '' },
  preset: 'default',
  seed,
  assumptions: {},
  in_force: null,
  plan: null,
  answer: null,
  artifacts: changed,
})

describe('checkChain', () => {
  it('accepts a whole run, and one through an early stage', () => {
    checkChain('x', record(artifacts(42)))
    const { raw, dwh } = artifacts(42)
    checkChain('x', record({ raw: raw!, dwh: dwh! }))
    checkChain('x', record({}))
  })

  it('refuses the market of another seed, naming stages and seeds', () => {
    const mixed = record({ ...artifacts(42), market: artifacts(18).market! })
    expect(() => checkChain('run main', mixed)).toThrow(InputError)
    expect(() => checkChain('run main', mixed)).toThrow(
      /run main is a mixture.*attribution was made from market of seed 42, beside it stands market of seed 18.*causeway run/,
    )
  })

  it.each([
    ['outside', 'other data'],
    ['assumptions', 'other assumptions'],
    ['build', 'another build'],
  ] as const)('names what differs: %s', (field, words) => {
    const whole = artifacts(42)
    const raw = { ...whole.raw!, key: 'other', [field]: 'other' }
    expect(() => checkChain('x', record({ ...whole, raw }))).toThrow(words)
  })

  it('refuses a run that says another seed than its artifacts', () => {
    expect(() => checkChain('x', record(artifacts(42), 18))).toThrow(
      'market was made under seed 42, the run under 18',
    )
  })

  it('refuses a stage without what it was made from', () => {
    const { dwh: _, ...rest } = artifacts(42)
    expect(() => checkChain('x', record(rest))).toThrow(
      'market was made from dwh, which is not there',
    )
  })

  it('refuses a key that differs though nothing of its own does', () => {
    const whole = artifacts(42)
    const raw = { ...whole.raw!, key: 'other' }
    expect(() => checkChain('x', record({ ...whole, raw }))).toThrow('mixture')
  })
})
