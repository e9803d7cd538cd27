import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { scoreWorld, type WorldTask } from './score-world.js'
import type { WorldScore } from './scores.js'

/** Stands beside this file once compiled; TypeScript sources have no worker to start. */
const worker = new URL('./worker.js', import.meta.url)

/**
 * Scores worlds on threads, each thread taking the next world when it is done with one; on this thread where there
 * is no worker. The scores come in the order of the tasks.
 *
 * @param onScore called after each world, with the number of worlds done
 */
export async function scoreWorlds(
  tasks: readonly WorldTask[],
  threads: number,
  onScore: (done: number) => void = () => {},
): Promise<WorldScore[]> {
  if (!existsSync(fileURLToPath(worker))) {
    return tasks.map((task, i) => {
      const score = scoreWorld(task)
      onScore(i + 1)
      return score
    })
  }
  const scores = new Array<WorldScore>(tasks.length)
  let next = 0
  let done = 0
  const runThread = () =>
    new Promise<void>((resolve, reject) => {
      const thread = new Worker(worker)
      let at = 0
      const give = () => {
        at = next++
        if (at < tasks.length) thread.postMessage(tasks[at])
        else thread.terminate().then(() => resolve(), reject)
      }
      thread.on('message', (score: WorldScore) => {
        scores[at] = score
        onScore(++done)
        give()
      })
      thread.once('error', reject)
      give()
    })
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, runThread))
  return scores
}
