import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { InputError } from './errors.js'

/** Work that threads share out: made once a thread, from what all tasks have in common, then put to task after task. */
export type Work<Common, Task, Result> = (
  common: Common,
) => (task: Task) => Result | Promise<Result>

export interface Sharing<Common, Task, Result> {
  readonly work: Work<Common, Task, Result>
  /** The module that hands this work to {@link workOnTasks}, beside its caller: there once compiled. */
  readonly worker: URL
  /** Plain data: each thread has its own copy. */
  readonly common: Common
  /** Threads to work on, besides this one, which waits. */
  readonly threads: number
  /** Told after each task how many are done. */
  readonly onDone?: (done: number) => void
}

/** What a thread says of one task. */
type Told<Result> =
  | { readonly result: Result }
  | { readonly fault: Error; readonly isInput: boolean }

/**
 * Does tasks on threads, each thread taking the next task when it is done with one; on this thread where one would be
 * alone, or where TypeScript sources run, which have no worker to start. Tasks and results are plain data.
 *
 * @returns the results in the order of the tasks
 * @throws the error of the first task that failed; no thread works on then
 */
export async function onThreads<Common, Task, Result>(
  tasks: readonly Task[],
  { work, worker, common, threads, onDone = () => {} }: Sharing<Common, Task, Result>,
): Promise<Result[]> {
  const results = new Array<Result>(tasks.length)
  const count = Math.min(threads, tasks.length)
  if (count < 2 || !existsSync(fileURLToPath(worker))) {
    const take = work(common)
    for (const [i, task] of tasks.entries()) {
      results[i] = await take(task)
      onDone(i + 1)
    }
    return results
  }
  let next = 0
  let done = 0
  const started = Array.from({ length: count }, () => new Worker(worker, { workerData: common }))
  const take = async (thread: Worker) => {
    while (next < tasks.length) {
      const at = next++
      results[at] = await answered<Result>(thread, tasks[at])
      onDone(++done)
    }
  }
  try {
    await Promise.all(started.map(take))
  } finally {
    await Promise.all(started.map((thread) => thread.terminate()))
  }
  return results
}

function answered<Result>(thread: Worker, task: unknown): Promise<Result> {
  return new Promise((resolve, reject) => {
    const onEnd = (code: number) => reject(new Error(`A thread ended with code ${code}.`))
    const onTold = (told: Told<Result>) => {
      thread.off('error', reject).off('exit', onEnd)
      if ('result' in told) resolve(told.result)
      else reject(told.isInput ? new InputError(told.fault.message) : told.fault)
    }
    thread.once('message', onTold).once('error', reject).once('exit', onEnd)
    thread.postMessage(task)
  })
}

/** Makes the module that calls it the worker of {@link onThreads}. */
export function workOnTasks<Common, Task, Result>(work: Work<Common, Task, Result>): void {
  let take: ((task: Task) => Result | Promise<Result>) | undefined
  const told = async (task: Task): Promise<Told<Result>> => {
    try {
      take ??= work(workerData as Common)
      return { result: await take(task) }
    } catch (error) {
      return { fault: error as Error, isInput: error instanceof InputError }
    }
  }
  parentPort!.on('message', async (task: Task) => parentPort!.postMessage(await told(task)))
}
