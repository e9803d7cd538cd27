// The whole run on Olist in processes of its own, on the compiled library: `npm run build` first.
// Fresh: within 15 s and 1 GB; a second call, all reused: within 1 s.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const olist = process.env.CAUSEWAY_OLIST_DIR ?? '../shared/olist'
if (!existsSync(olist)) {
  console.log(`${olist} is absent: nothing to measure. CAUSEWAY_OLIST_DIR names another place.`)
  process.exit(0)
}
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const peak = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`
const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'))

function run(...flags) {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(peak)}`, cli, 'run', '--json'].concat(
      ['--data', olist, '--workbench', folder],
      flags,
    ),
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  if (status !== 0) throw new Error(stderr)
  const seconds = (performance.now() - started) / 1000
  const megabytes = Math.round(Number(/peak (\d+)/.exec(stderr)[1]) / 1024)
  return { seconds, megabytes, stages: JSON.parse(stdout).stages }
}

const fresh = run('--fresh')
for (const { stage, seconds } of fresh.stages) console.log(`${stage}: ${seconds.toFixed(2)} s`)
console.log(
  `fresh run: ${fresh.seconds.toFixed(2)} s (bar 15 s), peak ${fresh.megabytes} MB (bar 1024 MB)`,
)
const reused = Array.from({ length: 5 }, () => run().seconds).sort((a, b) => a - b)[2]
const ratio = (reused / fresh.seconds).toFixed(3)
console.log(`reused run: ${reused.toFixed(2)} s (bar 1 s), ${ratio} of the fresh one`)
rmSync(folder, { recursive: true, force: true })
