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
  const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'))
  const usage = join(folder, 'usage.json')
  const hook = `data:text/javascript,${encodeURIComponent(AT_EXIT)}`
  const started = performance.now()
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', hook, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, CAUSEWAY_BENCH_USAGE: usage },
    })
    const seconds = (performance.now() - started) / 1000
    if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')}: ${stderr.slice(-2000)}`)
    const { peak, cpu } = JSON.parse(readFileSync(usage, 'utf8'))
    return { seconds, cpu_seconds: cpu / 1e6, peak_mb: Math.round(peak / 1024), stdout }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * As {@link measured}, while this process goes on: whatever else it started can be listened to.
 */
export async function measuredBeside(...args) {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'))
  const usage = join(folder, 'usage.json')
  const hook = `data:text/javascript,${encodeURIComponent(AT_EXIT)}`
  const options = { maxBuffer: 1 << 28, env: { ...process.env, CAUSEWAY_BENCH_USAGE: usage } }
  const started = performance.now()
  try {
    await new Promise((resolve, reject) => {
      const ended = (error, _stdout, stderr) =>
        error && error.code !== 1
          ? reject(new Error(`${args.join(' ')}: ${stderr.slice(-2000)}`))
          : resolve()
      execFile(process.execPath, ['--import', hook, ...args], options, ended)
    })
    const seconds = (performance.now() - started) / 1000
    return { seconds, cpu_seconds: JSON.parse(readFileSync(usage, 'utf8')).cpu / 1e6 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
