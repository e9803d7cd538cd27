import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putWholeRun } from '../made/whole-run.js'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'causeway-decide-cli-'))
afterAll(() => rmSync(dir, { recursive: true }))
beforeAll(() => putWholeRun('sample', join(dir, '.causeway')), 300_000)

const causeway = (...args: string[]) =>
  spawnSync(process.execPath, [cli, ...args], { cwd: dir, encoding: 'utf8' })
const put = (name: string, lines: readonly string[]) =>
  writeFileSync(join(dir, name), `${lines.join('\n')}\n`)

describe('files beside a question', { timeout: 120_000 }, () => {
  it('a plan changes the cells that it names and no other', () => {
    put('plan.csv', ['channel,date,spend_cents', 'Google Search,2017-11-24,999900'])
    const { stdout } = causeway('decide', 'what-if', '--plan', 'plan.csv', '--json')
    const { rows } = JSON.parse(stdout) as {
      rows: { channel: string; month: string; spendDifferenceCents: number }[]
    }
    const moved = rows.filter((row) => row.spendDifferenceCents !== 0)
    expect(moved.map(({ channel, month }) => [channel, month])).toEqual([
      ['google_search', '2017-11'],
    ])
  })

  it('bounds hold the best plan', () => {
    put('bounds.csv', ['channel,low,high', 'email_marketing,0.9,1.1'])
    const { stdout } = causeway('decide', 'optimum', '--bounds', 'bounds.csv', '--json')
    const { certificate } = JSON.parse(stdout) as {
      certificate: { channel: string; multiple: number }[]
    }
    const own = certificate.find(({ channel }) => channel === 'email_marketing')!
    expect(own.multiple).toBeGreaterThanOrEqual(0.9)
    expect(own.multiple).toBeLessThanOrEqual(1.1)
  })

  it('lift tests narrow what a channel caused, and are told as not published', () => {
    put('lift.csv', [
      'channel,first_date,last_date,spend_factor,lift_orders,standard_error',
      'email_marketing,2017-10-02,2017-11-12,0,40,5',
    ])
    const { stdout } = causeway('fit', '--lift', 'lift.csv', '--json')
    const { status, channels, lift_tests } = JSON.parse(stdout)
    expect([status, lift_tests.length]).toEqual(['assumed', 1])
    const email = channels.find(({ channel }: { channel: string }) => channel === 'email_marketing')
    expect(email.grade).toBe('measured')
    expect(causeway('fit', '--lift', 'lift.csv').stdout).toContain('Not published.')
  })

  it.each([
    [['what-if', '--plan', 'bounds.csv'], 'no column date, spend_cents'],
    [['optimum', '--bounds', 'plan.csv'], 'no column low, high'],
    [['what-if', '--lift', 'none.csv'], 'none.csv: cannot be read'],
  ])('refuses %j with exit code 2', (args, why) => {
    const { status, stderr } = causeway('decide', ...args)
    expect(stderr).toContain(why)
    expect(status).toBe(2)
  })
})
