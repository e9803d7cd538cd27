import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type CellFailed, type DriverEvent, describeEvent, parseEvent } from './events.js'
import { KERNEL } from './kernelspec.js'
import { runProcess } from './process.js'
import type { OnProgress } from './progress.js'

/** One notebook to execute: where it is, where its executed copy goes, and the kernel's folder. */
export interface ExecuteTask {
  name: string
  source: string
  executed: string
  workingDir: string
}

export interface ExecuteOptions {
  python: string
  env: NodeJS.ProcessEnv
  tasks: readonly ExecuteTask[]
  cellTimeoutSeconds: number
  /** A file for what the kernels print outside of their cells. */
  kernelLog: string
  /** A file for the statements that cells put to the artifacts. */
  trail: string
  onProgress: OnProgress
}

/** What became of each notebook, by name. */
export interface ExecutedTasks {
  /** Seconds of those that ran to their end. */
  seconds: Map<string, number>
  /** The failing cell of the others. */
  failed: Map<string, CellFailed>
  /** The statements of each cell that ran, by its number from 1. */
  asked: Map<string, Map<number, readonly string[]>>
}

/**
 * Executes notebooks in order over the real kernel; one that fails leaves the others. No kernel outlives it.
 *
 * @throws Error when a notebook could not be executed for another reason than a cell of its own
 */
export async function executeNotebooks(options: ExecuteOptions): Promise<ExecutedTasks> {
  const seconds = new Map<string, number>()
  const kernels = new Set<number>()
  const failed = new Map<string, CellFailed>()
  const asked: ExecutedTasks['asked'] = new Map(options.tasks.map(({ name }) => [name, new Map()]))
  let fault = ''
  const onEvent = (event: DriverEvent) => {
    if (event.event === 'kernel') kernels.add(event.pid)
    if (event.event === 'kernel-end') kernels.delete(event.pid)
    if (event.event === 'cell-done') asked.get(event.name)!.set(event.number, event.asked)
    if (event.event === 'notebook-done') seconds.set(event.name, event.seconds)
    if (event.event === 'failed') failed.set(event.name, event)
    if (event.event === 'fault') fault = event.message
    const progress = describeEvent(event)
    if (progress !== undefined) options.onProgress(progress)
  }
  const ran = await runDriver(options, onEvent)
  for (const pid of kernels) end(pid)
  if (ran.status !== 0) {
    const reason = fault || ran.stderr || 'Jupyter ended without a word; was it killed?'
    throw new Error(describeFault(reason, options.kernelLog))
  }
  return { seconds, failed, asked }
}

async function runDriver(options: ExecuteOptions, onEvent: (event: DriverEvent) => void) {
  const job = {
    kernel: KERNEL.name,
    cellTimeoutSeconds: options.cellTimeoutSeconds,
    kernelLog: options.kernelLog,
    trail: options.trail,
    notebooks: options.tasks,
  }
  return runProcess({
    command: options.python,
    args: [fileURLToPath(new URL('./execute.py', import.meta.url))],
    env: { ...options.env, CAUSEWAY_TRAIL: options.trail },
    input: `${JSON.stringify(job)}\n`,
    keepInputOpen: true,
    onLine: (line) => {
      const event = parseEvent(line)
      if (event !== undefined) onEvent(event)
    },
  })
}

/** Ends a kernel whose driver died before it could. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function describeFault(fault: string, kernelLog: string): string {
  const log = existsSync(kernelLog) ? readFileSync(kernelLog, 'utf8').trim() : ''
  const tail = (text: string) => text.trim().split('\n').slice(-15).join('\n')
  return ['The notebooks could not be executed.', tail(fault), tail(log)]
    .filter(Boolean)
    .join('\n\n')
}
