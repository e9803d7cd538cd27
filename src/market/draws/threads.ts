import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type DrawTally, type DrawTask, drawChunk } from './draw-chunk.js'

/** Stands beside this file once compiled; TypeScript sources have no worker to start. */
const worker = new URL('./worker.js', import.meta.url)

/** Whether worlds can be drawn on several threads from here. */
export const hasWorker = existsSync(fileURLToPath(worker))

/** Draws each task on a thread of its own, or one after the other where there is no worker. */
export async function drawOnThreads(tasks: readonly DrawTask[]): Promise<DrawTally[][]> {
  if (tasks.length === 1 || !hasWorker) return tasks.map(drawChunk)
  return Promise.all(tasks.map(onThread))
}

function onThread(task: DrawTask): Promise<DrawTally[]> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, { workerData: task })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', (code) => {
      if (code !== 0) reject(new Error(`A thread that draws worlds ended with code ${code}.`))
    })
  })
}
