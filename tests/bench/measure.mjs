import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const AT_EXIT = `import { writeFileSync } from 'node:fs'
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const usage = { peak: maxRSS, cpu: userCPUTime + systemCPUTime }
  writeFileSync(process.env.CAUSEWAY_BENCH_USAGE, JSON.stringify(usage))
})`

/**
 * Runs Node on a script, in a process of its own.
 *
 * @returns seconds by the clock, cpu_seconds of all its threads, peak_mb, and its stdout
 * @throws Error with its stderr when it ends with another code than 0 or 1 (done, but not consistent)
 */
export function measured(...args) {
  const run = watched(args)
  try {
    const { status, stdout, stderr } = spawnSync(...run.start)
    if (status !== 0 && status !== 1) throw failed(args, stderr)
    return { ...run.used(), stdout }
  } finally {
    run.forget()
  }
}

/**
 * As {@link measured}, while this process goes on: whatever else it started can be listened to.
 */
export async function measuredBeside(...args) {
  const run = watched(args)
  try {
    const stdout = await new Promise((resolve, reject) => {
      execFile(...run.start, (error, stdout, stderr) =>
        error && error.code !== 1 ? reject(failed(args, stderr)) : resolve(stdout),
      )
    })
    return { ...run.used(), stdout }
  } finally {
    run.forget()
  }
}

/** A process of Node that writes down what it used: how to start it, and how to read that at its end. */
function watched(args) {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'))
  const usage = join(folder, 'usage.json')
  const hook = `data:text/javascript,${encodeURIComponent(AT_EXIT)}`
  const env = { ...process.env, CAUSEWAY_BENCH_USAGE: usage }
  const options = { encoding: 'utf8', maxBuffer: 1 << 28, env }
  const started = performance.now()
  return {
    start: [process.execPath, ['--import', hook, ...args], options],
    used() {
      const seconds = (performance.now() - started) / 1000
      const { peak, cpu } = JSON.parse(readFileSync(usage, 'utf8'))
      return { seconds, cpu_seconds: cpu / 1e6, peak_mb: Math.round(peak / 1024) }
    },
    forget: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function failed(args, stderr) {
  return new Error(`${args.join(' ')}: ${stderr.slice(-2000)}`)
}
