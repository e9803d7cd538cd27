// Runs the tests on a real Spark, which it sets up first. Run by `npm run spark-test`.
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'

const setup = join(import.meta.dirname, 'setup.mjs')
const environment = execFileSync('node', [setup], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 2],
})
const tests = ['vitest', 'run', '--dir', 'tests', 'engine/spark', '--maxWorkers=1']
const { status } = spawnSync('npx', [...tests, ...process.argv.slice(2)], {
  env: { ...process.env, CAUSEWAY_SPARK: environment.trim() },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
