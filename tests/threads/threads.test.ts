import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { onThreads } from '../../src/threads.js'

interface Task {
  readonly wait?: number
  readonly value?: number
  readonly refused?: string
  readonly broken?: string
  readonly exit?: number
}

const on = (tasks: readonly Task[], threads: number, onDone?: (done: number) => void) =>
  onThreads<number, Task, number>(tasks, {
    work:
      (base) =>
      ({ value = 0, refused }) => {
        if (refused) throw new InputError(refused)
        return base + value
      },
    worker: new URL('./worker.mjs', import.meta.url),
    common: 100,
    threads,
    ...(onDone && { onDone }),
  })

describe('onThreads', () => {
  const tasks = [150, 0, 40, 0, 0].map((wait, value) => ({ wait, value }))

  it('gives results in the order of the tasks, whichever ends first, on any number of threads', async () => {
    for (const threads of [0, 1, 2, 9]) {
      const done: number[] = []
      expect(await on(tasks, threads, (count) => done.push(count))).toEqual([
        100, 101, 102, 103, 104,
      ])
      expect(done).toEqual([1, 2, 3, 4, 5])
    }
    expect(await on([], 2)).toEqual([])
  })

  it('refuses in the same words there as here', async () => {
    const refused = [{ value: 1 }, { refused: 'draws: got 3' }, { value: 2 }]
    for (const threads of [1, 2]) {
      const error = await on(refused, threads).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(InputError)
      expect((error as Error).message).toBe('draws: got 3')
    }
  })

  it('passes faults on with what they say and where they arose', async () => {
    const error = await on([{ broken: 'no such thing' }, { wait: 2_000 }], 2).catch((e) => e)
    expect(error).toBeInstanceOf(TypeError)
    expect(error.message).toBe('no such thing')
    expect(error.stack).toContain('worker.mjs')
  })

  it('does not wait for a thread that has ended', async () => {
    await expect(on([{ exit: 7 }, { value: 1 }], 2)).rejects.toThrow('A thread ended with code 7.')
  })
})
