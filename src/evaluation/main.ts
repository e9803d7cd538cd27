import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { InputError } from '../errors.js'
import { truthFigures } from './causal/figures.js'
import { runTruthTest } from './causal/truth-test.js'
import { truthTestText } from './causal/truth-test-text.js'
import { evaluateAttribution } from './evaluate.js'
import { runMarketplaces } from './marketplaces/judge.js'
import { marketplacesText, summariesText } from './marketplaces/text.js'
import { evaluationText } from './report.js'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    orders: { type: 'string' },
    seeds: { type: 'string', default: '1,2' },
    worlds: { type: 'string', default: '20' },
    'first-seed': { type: 'string' },
    repetitions: { type: 'string', default: '2' },
    threads: { type: 'string', default: '2' },
    out: { type: 'string', default: join('reports', 'evaluation') },
    marketplaces: { type: 'string' },
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
    ...given('first-seed', 'firstSeed', 0),
    repetitions: wholeNumber('repetitions', 0),
    threads: wholeNumber('threads', 1),
    onWorld: (done, of) => process.stderr.write(`world ${done} of ${of}\n`),
  })
  report('decisions', test, truthTestText(test))
  for (const { file, svg } of await truthFigures(test)) writeFileSync(join(values.out, file), svg)
}

async function attribution(): Promise<void> {
  const evaluation = await evaluateAttribution({
    ...given('orders', 'orders', 1),
    seeds: values.seeds.split(',').map(Number),
    onWorld: (world, seed) => process.stderr.write(`world ${world}, seed ${seed}\n`),
  })
  report('attribution', evaluation, evaluationText(evaluation))
}

async function marketplaces(): Promise<void> {
  const test = await runMarketplaces({
    marketplaces: wholeNumber('marketplaces', 1),
    ...given('first-seed', 'firstSeed', 0),
    ...given('orders', 'orders', 1),
    onMarketplace: (judged) => process.stderr.write(summariesText([judged])),
  })
  report('marketplaces', test, marketplacesText(test))
}

/** A number under its option's name, where it is given. */
function given<Key extends string>(name: 'orders' | 'first-seed', key: Key, least: number) {
  if (values[name] === undefined) return {}
  return { [key]: wholeNumber(name, least) } as Record<Key, number>
}

function wholeNumber(
  name: 'marketplaces' | 'worlds' | 'first-seed' | 'repetitions' | 'threads' | 'orders',
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
  if (values.marketplaces !== undefined) await marketplaces()
  else {
    if (only !== 'decisions') await attribution()
    if (only !== 'attribution') await decisions()
  }
} catch (error) {
  if (!(error instanceof InputError)) throw error
  process.stderr.write(`evaluate: ${error.message}\n`)
  process.exitCode = 2
}
