// What a run costs on Spark, table by table: `npm run bench -- --engine spark [--times 1,10,100]`. Needs the folder of a
// virtual environment with pyspark in CAUSEWAY_SPARK (tests/engine/spark/setup.mjs makes one). Writes
// reports/bench/spark.md and spark.json after each size.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSpark } from '../engine/spark/start-spark.mjs'
import { measuredBeside } from './measure.mjs'
import { costTable, tablesOf } from './spark-events.mjs'

/**
 * @param sizes how many orders each, with the function that makes their files
 * @param cli the compiled command
 * @param reports where the report goes
 */
export async function benchSpark(sizes, cli, reports) {
  mkdirSync(reports, { recursive: true })
  const costs = []
  for (const { orders, data } of sizes) {
    costs.push({ orders, ...(await costOf(cli, data())) })
    writeFileSync(join(reports, 'spark.json'), `${JSON.stringify(costs, null, 2)}\n`)
    writeFileSync(join(reports, 'spark.md'), `${costTable(costs)}\n`)
    console.log(costTable(costs))
  }
}

async function costOf(cli, data) {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-spark-'))
  const events = join(folder, 'events')
  mkdirSync(events)
  const spark = await startSpark({
    'spark.eventLog.enabled': 'true',
    'spark.eventLog.dir': events,
    'spark.eventLog.compress': 'false',
  })
  try {
    const begun = spark.cpuSeconds()
    const places = ['--data', data, '--workbench', join(folder, 'workbench')]
    const cluster = ['--engine', spark.url, '--root', join(folder, 'root')]
    // Spark stops when nobody reads what it writes: this process must go on.
    const run = await measuredBeside(cli, 'run', '--through', 'finance', ...places, ...cluster)
    const cpu_seconds = spark.cpuSeconds() - begun
    await spark.stop()
    return {
      seconds: run.seconds,
      node_seconds: run.cpu_seconds,
      cpu_seconds,
      tables: tablesOf(linesOf(events)),
    }
  } finally {
    await spark.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The log is a file, or a folder of them. */
function linesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line.startsWith('{'))
}
