import { expect, it } from 'vitest'
import { SparkError } from '../../../src/engine/spark/errors.js'
import { SparkDesk, type SparkEngine } from '../../../src/engine/spark/index.js'

/** An engine whose cluster says one thing to everything; it notes what was done where. */
function deskOf(words?: string) {
  const done: string[] = []
  const there = async (name: string) => {
    done.push(`${name} there`)
    if (words) throw new SparkError('no', { cause: new Error(words) })
  }
  const engine = {
    makeTable: there,
    look: (select: string) => there(select).then(() => [{ at: 'there' }]),
    makeSmallTable: async (name: string) => void done.push(`${name} here`),
    rows: async () => [{ at: 'here' }],
  }
  return { desk: new SparkDesk(engine as never as SparkEngine), done }
}

it('has tables made and looked through by the cluster; those that are given, here', async () => {
  const { desk, done } = deskOf()
  await desk.make('days', 'select 1 as x', false)
  await desk.make('given', 'select 1 as x', true)
  expect(await desk.look('a law')).toEqual([{ at: 'there' }])
  expect(done).toEqual(['days there', 'given here', 'a law there'])
  expect(desk.here).toEqual([])
})

it('does here what the cluster cannot read, and says which', async () => {
  const { desk, done } = deskOf('[PARSE_SYNTAX_ERROR] near unpivot. SQLSTATE: 42601')
  await desk.measured('working table', 'days', () => desk.make('days', 'select 1', false))
  const answer = await desk.measured('law', 'dwh.once', () => desk.look('a law'))
  expect(answer).toEqual([{ at: 'here' }])
  expect(done).toEqual(['days there', 'days here', 'a law there'])
  expect(desk.here).toEqual(['days', 'dwh.once'])
})

it('does not go around what the cluster found', async () => {
  const { desk } = deskOf('[ARITHMETIC_OVERFLOW] long overflow. SQLSTATE: 22003')
  await expect(desk.look('a law')).rejects.toThrow(SparkError)
  expect(desk.here).toEqual([])
})
