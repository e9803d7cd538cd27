import { parseArgs } from 'node:util'
import { InputError } from '../errors.js'
import { evaluateAttribution } from './evaluate.js'
import { evaluationText } from './report.js'

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '20000' },
    seeds: { type: 'string', default: '1,2' },
    json: { type: 'boolean', default: false },
  },
})

try {
  const evaluation = await evaluateAttribution({
    orders: Number(values.orders),
    seeds: values.seeds.split(',').map(Number),
    onWorld: (world, seed) => process.stderr.write(`world ${world}, seed ${seed}\n`),
  })
  process.stdout.write(
    values.json ? `${JSON.stringify(evaluation, null, 2)}\n` : evaluationText(evaluation),
  )
} catch (error) {
  if (!(error instanceof InputError)) throw error
  process.stderr.write(`evaluate: ${error.message}\n`)
  process.exitCode = 2
}
