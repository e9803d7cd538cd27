import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { InputError } from '../errors.js'
import { runTruthTest } from './causal/truth-test.js'
import { truthTestText } from './causal/truth-test-text.js'
import { evaluateAttribution } from './evaluate.js'
import { evaluationText } from './report.js'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    orders: { type: 'string', default: '20000' },
    seeds: { type: 'string', default: '1,2' },
    worlds: { type: 'string', default: '20' },
    'first-seed': { type: 'string', default: '20000' },
    repetitions: { type: 'string', default: '2' },
    threads: { type: 'string', default: '2' },
    out: { type: 'string', default: join('reports', 'evaluation') },
    json: { type: 'boolean', default: false },
  },
})

/** Writes an evaluation under the reports, and shows it. */
function report(name: string, evaluation: object, text: string): void {
  const json = `${JSON.stringify(evaluation, null, 2)}\n`
  mkdirSync(values.out, { recursive: true })
  writeFileSync(join(values.out, `${name}.json`), json)
  writeFileSync(join(values.out, `${name}.txt`), text)
  process.stdout.write(values.json ? json : text)
}

async function decisions(): Promise<void> {
  const test = await runTruthTest({
    worlds: wholeNumber('worlds', 1),
    firstSeed: wholeNumber('first-seed', 0),
    repetitions: wholeNumber('repetitions', 0),
    threads: wholeNumber('threads', 1),
    onWorld: (done, of) => process.stderr.write(`world ${done} of ${of}\n`),
  })
  report('decisions', test, truthTestText(test))
}

async function attribution(): Promise<void> {
  const evaluation = await evaluateAttribution({
    orders: wholeNumber('orders', 1),
    seeds: values.seeds.split(',').map(Number),
    onWorld: (world, seed) => process.stderr.write(`world ${world}, seed ${seed}\n`),
  })
  report('attribution', evaluation, evaluationText(evaluation))
}

function wholeNumber(
  name: 'worlds' | 'first-seed' | 'repetitions' | 'threads' | 'orders',
  least: number,
): number {
  const value = Number(values[name])
  if (Number.isSafeInteger(value) && value >= least) return value
  throw new InputError(`--${name}: got ${values[name]}, allowed whole numbers >= ${least}.`)
}

try {
  const { only } = values
  if (only !== undefined && only !== 'attribution' && only !== 'decisions') {
    throw new InputError(`--only: got ${only}, allowed attribution or decisions.`)
  }
  if (only !== 'decisions') await attribution()
  if (only !== 'attribution') await decisions()
} catch (error) {
  if (!(error instanceof InputError)) throw error
  process.stderr.write(`evaluate: ${error.message}\n`)
  process.exitCode = 2
}
