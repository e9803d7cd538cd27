import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleSeries } from '../series/example.js'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'causeway-series-cli-'))
afterAll(() => rmSync(dir, { recursive: true }))
beforeAll(() => writeFileSync(join(dir, 'series.csv'), exampleSeries().csv))

const causeway = (...args: string[]) =>
  spawnSync(process.execPath, [cli, ...args], { cwd: dir, encoding: 'utf8' })

describe('causeway fit --series', () => {
  it('tells how it read the file, what was caused and what to do', () => {
    const { status, stdout, stderr } = causeway('fit', '--series', 'series.csv')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/156 weeks, 2022-01-03 to 2024-12-23\. Outcome orders/)
    expect(stdout).toMatch(/answers are in orders: a unit of spend weighs/)
    expect(stdout).toMatch(/\nsearch +indicated/)
    expect(stdout).toMatch(/Best split of today's total:\n/)
  })

  it('prints the same as JSON, twice the same bytes, nothing infinite or missing', () => {
    const [one, two] = [1, 2].map(() => causeway('fit', '--series', 'series.csv', '--json').stdout)
    expect(one).toBe(two)
    const answer = JSON.parse(one!)
    expect(answer.channels.map(({ channel }: { channel: string }) => channel)).toEqual([
      'tv',
      'search',
      'social',
    ])
    expect(answer.series).toMatchObject({ grain: 'week', periods: 156, answersIn: 'outcome' })
    const { pPays, ...rest } = answer.channels[0]
    expect(pPays).toBeNull()
    expect(JSON.stringify([rest, answer.bestTotal, answer.experiments])).not.toContain('null')
  })
})

describe('causeway decide --series', () => {
  it('answers the same questions as of a run', () => {
    const json = (...args: string[]) =>
      JSON.parse(causeway('decide', ...args, '--series', 'series.csv', '--json').stdout)
    const plan = json('what-if', '--scale', 'tv=0.5', '--pause', 'social')
    expect(plan.spend.social).toBe(0)
    expect(plan.spendDifference).toBeLessThan(0)
    expect(json('optimum', '--total', 'same').spendDifference).toBeCloseTo(0, 6)
    expect(json('experiment', '--days', '42', '--share', '50%').experiments).toHaveLength(6)
  })
})

describe('what cannot be answered is refused with exit code 2', () => {
  const cases: [string, string[], string][] = [
    [
      'a question',
      ['decide', 'sensitivity', '--series', 'series.csv'],
      "got 'sensitivity', allowed what-if, optimum, experiment",
    ],
    [
      'a channel',
      ['decide', 'what-if', '--series', 'series.csv', '--pause', 'radio'],
      "got the channel 'radio', allowed tv, search, social",
    ],
    [
      'a factor',
      ['decide', 'what-if', '--series', 'series.csv', '--scale', 'tv'],
      "--scale: got 'tv', allowed CHANNEL=FACTOR",
    ],
    [
      'a total',
      ['decide', 'optimum', '--series', 'series.csv', '--total', 'all'],
      "--total: got 'all', allowed free, same or an amount",
    ],
    ['a file', ['fit', '--series', 'none.csv'], 'none.csv: cannot be read'],
    [
      'a map without a series',
      ['fit', '--map', 'map.yaml'],
      '--map: says how to read a series. Name one with --series',
    ],
    [
      'a prior of a series',
      ['fit', '--series', 'series.csv', '--prior', 'neutral'],
      '--prior: is of a run, not of a series',
    ],
  ]
  it.each(cases)('%s', (_, args, message) => {
    const { status, stderr } = causeway(...args)
    expect(stderr).toContain(message)
    expect(status).toBe(2)
  })
})
