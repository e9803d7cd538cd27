/** A piece of work that waits for others. */
export interface Task<Worker> {
  readonly name: string
  /** Names of the tasks that come before it; a name that no task has stands for what is there. */
  readonly needs: readonly string[]
  readonly work: (worker: Worker) => Promise<void>
}

/**
 * Does every task as soon as those that it needs are done, as many at a time as there are workers. Of
 * those that could begin, the first in order does.
 *
 * @throws the error of the first task that failed, once none is at work any more; Error when tasks
 *   wait for each other
 */
export async function doByNeed<Worker>(
  workers: readonly Worker[],
  tasks: readonly Task<Worker>[],
): Promise<void> {
  const waiting = new Map(tasks.map((task) => [task.name, task]))
  const undone = new Set(waiting.keys())
  const errors: unknown[] = []
  let atWork = 0
  let wake: (() => void)[] = []
  const take = () => {
    for (const task of waiting.values()) {
      if (task.needs.some((name) => undone.has(name))) continue
      waiting.delete(task.name)
      return task
    }
    return undefined
  }
  const run = async (worker: Worker) => {
    while (waiting.size > 0 && errors.length === 0) {
      const task = take()
      if (!task && atWork === 0) throw new Error(`tasks wait in a ring: ${[...waiting.keys()]}`)
      if (!task) {
        await new Promise<void>((resolve) => wake.push(resolve))
        continue
      }
      atWork++
      await task.work(worker).catch((error) => errors.push(error))
      atWork--
      undone.delete(task.name)
      for (const resume of wake) resume()
      wake = []
    }
  }
  await Promise.all(workers.map(run))
  if (errors.length > 0) throw errors[0]
}
