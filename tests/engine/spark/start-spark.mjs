import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folder of the virtual environment that holds pyspark; the tests that need one are skipped without. */
export const sparkHome = process.env.CAUSEWAY_SPARK
const START_MS = 120_000
const SETTINGS = {
  'spark.master': 'local-cluster[2,1,1024]',
  'spark.sql.shuffle.partitions': '4',
  'spark.ui.enabled': 'false',
  'spark.connect.grpc.binding.address': '127.0.0.1',
}

/** Of few rows planning and compiling take the time: one process, plans as they stand, interpreted. */
export const FEW_ROWS = {
  'spark.master': 'local[2]',
  'spark.sql.shuffle.partitions': '1',
  'spark.sql.adaptive.enabled': 'false',
  'spark.sql.codegen.wholeStage': 'false',
  'spark.sql.codegen.factoryMode': 'NO_CODEGEN',
}

/**
 * Starts a Spark: a driver with a Connect server, and two workers of one core and a gigabyte each.
 *
 * @param more settings beside these, or in their place
 */
export async function startSpark(more = {}) {
  const port = await freePort()
  const scratch = mkdtempSync(join(tmpdir(), 'causeway-spark-'))
  const settings = { ...SETTINGS, 'spark.connect.grpc.binding.port': String(port), ...more }
  const home = pyspark(sparkHome)
  const driver = spawn(
    join(home, 'bin', 'spark-submit'),
    [
      ...['--class', 'org.apache.spark.sql.connect.service.SparkConnectServer'],
      ...['--driver-memory', '1g'],
      ...Object.entries(settings).flatMap(([name, value]) => ['--conf', `${name}=${value}`]),
      'spark-internal',
    ],
    {
      cwd: scratch,
      env: { ...process.env, SPARK_HOME: home, SPARK_LOCAL_IP: '127.0.0.1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const ended = new Promise((resolve) => driver.once('exit', () => resolve()))
  await started(driver)
  const end = async (signal) => {
    const below = childrenOf(driver.pid)
    driver.kill(signal)
    await ended
    for (const pid of below) kill(pid)
  }
  return {
    url: `sc://127.0.0.1:${port}`,
    cpuSeconds: () =>
      [driver.pid, ...childrenOf(driver.pid)].reduce((all, pid) => all + cpu(pid), 0),
    killExecutor: () => kill(childrenOf(driver.pid)[0]),
    killDriver: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM')
      rmSync(scratch, { recursive: true, force: true })
    },
  }
}

function pyspark(environment) {
  const lib = join(environment, 'lib')
  const python = readdirSync(lib).find((name) => name.startsWith('python'))
  return join(lib, python, 'site-packages', 'pyspark')
}

function started(driver) {
  let log = ''
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`Spark did not start: ${why}\n${log.slice(-2000)}`))
    const timer = setTimeout(() => fail('it took too long'), START_MS)
    driver.once('exit', (code) => fail(`it ended with ${code}`))
    driver.stderr.setEncoding('utf8').on('data', (text) => {
      log = `${log}${text}`.slice(-20_000)
      if (!log.includes('Spark Connect server started')) return
      clearTimeout(timer)
      resolve()
    })
  })
}

function childrenOf(pid) {
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  return listed
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child)
}

/** Seconds of the processor that a process used, as Linux counts them: in hundredths. */
function cpu(pid) {
  const [, fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user, system] = fields.split(' ').slice(11, 13).map(Number)
  return (user + system) / 100
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
