import fc from 'fast-check'
import { expect, it } from 'vitest'
import { doByNeed, type Task } from '../../src/engine/index.js'

const task = (name: string, needs: string[], work: Task<number>['work']) => ({ name, needs, work })

it('does every task once, none before those that it needs, for any needs and workers', async () => {
  const graphs = fc.array(fc.array(fc.nat(30), { maxLength: 4 }), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(graphs, fc.integer({ min: 1, max: 4 }), async (graph, workers) => {
      const done: number[] = []
      const busy = new Set<number>()
      const tasks = graph.map((needs, i) => {
        const earlier = needs.filter((need) => need < i)
        return task(String(i), [...earlier.map(String), 'there already'], async (worker) => {
          expect(busy.has(worker)).toBe(false)
          busy.add(worker)
          for (const need of earlier) expect(done).toContain(need)
          await new Promise((resolve) => setImmediate(resolve))
          busy.delete(worker)
          done.push(i)
        })
      })
      await doByNeed(
        Array.from({ length: workers }, (_, i) => i),
        tasks,
      )
      expect(done.toSorted((a, b) => a - b)).toEqual(graph.map((_, i) => i))
    }),
  )
})

it('keeps the order where nothing stands against it', async () => {
  const order: string[] = []
  const noting = (name: string, needs: string[]) =>
    task(name, needs, async () => {
      order.push(name)
    })
  await doByNeed([0], [noting('a', ['c']), noting('b', []), noting('c', []), noting('d', [])])
  expect(order).toEqual(['b', 'c', 'a', 'd'])
})

it('throws the first error, begins nothing after it, and waits for what is at work', async () => {
  const ended: string[] = []
  const slow = task('slow', [], async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    ended.push('slow')
  })
  const failing = task('failing', [], async () => {
    throw new Error('it failed')
  })
  const later = task('later', ['slow'], async () => {
    ended.push('later')
  })
  await expect(doByNeed([0, 1], [slow, failing, later])).rejects.toThrow('it failed')
  expect(ended).toEqual(['slow'])
})

it('refuses tasks that wait for each other', async () => {
  const never = async () => {}
  await expect(
    doByNeed([0, 1], [task('a', ['b'], never), task('b', ['a'], never)]),
  ).rejects.toThrow('tasks wait in a ring: a,b')
})
