// Stage 1 on Olist against the engine's own count(*) over the same nine files read as all-VARCHAR
// CSV, on the compiled library: `npm run build` first. Bar: within 2.5 times.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Assumptions } from '../../dist/assumptions/index.js'
import { Database } from '../../dist/engine/index.js'
import { rawStage } from '../../dist/raw/index.js'

const RUNS = 7
const olist = process.env.CAUSEWAY_OLIST_DIR ?? '../shared/olist'
if (!existsSync(olist)) {
  console.log(`${olist} is absent: nothing to measure. CAUSEWAY_OLIST_DIR names another place.`)
  process.exit(0)
}
const nine = readdirSync(olist).filter((name) => /\.csv$/.test(name) && !/closed|leads/.test(name))
const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'))

async function seconds(work) {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

async function countRows() {
  const db = await Database.create()
  for (const name of nine) {
    await db.all('select count(*) from read_csv(?, all_varchar = true)', join(olist, name))
  }
  await db.close()
}

async function stageOne(run) {
  const db = await Database.create(join(folder, `${run}.duckdb`), { rowGroupRows: 61_440 })
  await rawStage.build({
    db,
    assumptions: Assumptions.defaults(),
    seed: 1,
    inputs: { dataDir: olist, allowRejects: false },
    progress: () => {},
  })
  await db.checkpoint()
  await db.close()
}

const times = []
for (let run = 0; run < RUNS; run++) {
  const count = await seconds(countRows)
  const stage = await seconds(() => stageOne(run))
  times.push({ count, stage, ratio: stage / count })
  console.log(`count(*) ${count.toFixed(2)} s, stage 1 ${stage.toFixed(2)} s`)
}
rmSync(folder, { recursive: true })
const median = (name) => times.map((time) => time[name]).sort((a, b) => a - b)[RUNS >> 1]
console.log(
  `medians: count(*) ${median('count').toFixed(2)} s, stage 1 ${median('stage').toFixed(2)} s, ratio ${median('ratio').toFixed(2)} (bar 2.5)`,
)
