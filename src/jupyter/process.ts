import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { createInterface } from 'node:readline'

export interface ProcessOptions {
  command: string
  args: readonly string[]
  /** The whole environment of the process; this process's own when left out. */
  env?: NodeJS.ProcessEnv
  /** Written to its standard input. */
  input?: string
  /** Leaves its standard input open until it ends, so that it notices when this process dies. */
  keepInputOpen?: boolean
  /** Called with each line of its standard output, as it comes. */
  onLine?: (line: string) => void
}

export interface ProcessResult {
  /** Exit code; null when a signal ended it or it could not be started. */
  status: number | null
  stdout: string
  stderr: string
}

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
const PATIENCE_MS = 10_000

/**
 * Runs a program to its end. It gets its own process group, so Ctrl-C reaches it only through here:
 * an interrupt of this process ends the program first, then this process with the signal's exit code.
 */
export async function runProcess(options: ProcessOptions): Promise<ProcessResult> {
  const child = spawn(options.command, options.args, {
    env: options.env ?? process.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  const stdout: string[] = []
  let stderr = ''
  createInterface({ input: child.stdout }).on('line', (line) => {
    stdout.push(line)
    options.onLine?.(line)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  feed(child, options)
  const status = await endWithSignals(child)
  return { status, stdout: stdout.join('\n'), stderr }
}

function feed(child: ChildProcess, options: ProcessOptions): void {
  // A program that ends early closes its end of the pipe; its exit code tells more than EPIPE does.
  child.stdin?.on('error', () => {})
  child.stdin?.write(options.input ?? '')
  if (!options.keepInputOpen) child.stdin?.end()
}

/** Waits for the child; a signal to this process ends the child gently, a second one or 10 s at once. */
export async function endWithSignals(child: ChildProcess): Promise<number | null> {
  let received: NodeJS.Signals | undefined
  let impatience: NodeJS.Timeout | undefined
  const onSignal = (signal: NodeJS.Signals) => {
    child.kill(received === undefined ? 'SIGTERM' : 'SIGKILL')
    received = signal
    impatience ??= setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
  const status = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', (code) => resolve(code))
  })
  clearTimeout(impatience)
  for (const signal of SIGNALS) process.off(signal, onSignal)
  if (received !== undefined) process.exit(128 + constants.signals[received])
  return status
}
