/** Does a piece of work: what came of it, and how many seconds it took of the clock and of the processor. */
export async function timed(work) {
  const started = performance.now()
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  const took = { seconds: (performance.now() - started) / 1000, cpu_seconds: (user + system) / 1e6 }
  return { took, result }
}
