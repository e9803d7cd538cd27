import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fitOrders } from '../../src/decisions/fit/fit.js'
import { fitSeriesFile } from '../../src/series/index.js'
import { dateOf } from '../../src/time/calendar.js'
import { hasWorlds, needsWorlds, readWorld, type World } from '../decisions/ported-worlds.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-given-'))
afterAll(() => rmSync(dir, { recursive: true }))

const EVENTS = ['black_friday', 'black_week', 'christmas_run', 'christmas', 'holiday']

/** A world as one flat file: its warm-up with spend alone, then all that an analyst has. */
function asFile({ data }: World): string {
  const { channels, orders, firstDay, calendar } = data
  const warmUp = channels[0]!.spendBefore.length
  const events = calendar.filter(({ name }) => EVENTS.includes(name))
  const ofChannel = (id: string) => ['spend', 'clicks', 'attributed'].map((what) => `${id}_${what}`)
  const head = [
    'date',
    'orders',
    ...channels.flatMap(({ id }) => ofChannel(id)),
    ...events.map(({ name }) => `event_${name}`),
  ]
  const lines = Array.from({ length: warmUp + orders.length }, (_, i) => {
    const t = i - warmUp
    const cells = channels.flatMap(({ spendBefore, spend, clicks, attributedOrders }) => [
      (t < 0 ? spendBefore[i]! : spend[t]!) / 100,
      t < 0 ? '' : clicks![t]!,
      t < 0 ? '' : attributedOrders![t]!,
    ])
    const on = events.map(({ values }) => (t < 0 ? '' : values[t]!))
    return [dateOf(firstDay + t), t < 0 ? '' : orders[t]!, ...cells, ...on].join(',')
  })
  return [head.join(','), ...lines].join('\n')
}

function liftFile({ tests }: World): string {
  const head = 'channel,first_date,last_date,spend_factor,lift_orders,standard_error'
  const lines = tests.map(
    ({ channel, firstDay, lastDay, spendFactor, liftOrders, standardError }) =>
      [channel, dateOf(firstDay), dateOf(lastDay), spendFactor, liftOrders, standardError].join(
        ',',
      ),
  )
  return [head, ...lines].join('\n')
}

describe.skipIf(!hasWorlds)(`a daily series ${needsWorlds}`, () => {
  it.each(['world_01', 'world_03'])(
    '%s: its file gives the fit of its data, to the last digit',
    (name) => {
      const world = readWorld(name)
      const [path, lift] = ['series.csv', 'lift_tests.csv'].map((file) => join(dir, name + file))
      writeFileSync(path!, asFile(world))
      writeFileSync(lift!, liftFile(world))
      const { fit, series } = fitSeriesFile(path!, { lift: lift!, seed: 1 })
      expect(series.read.leftOut).toEqual([])
      const direct = fitOrders({ ...world.data, liftTests: world.tests }, { seed: 1 })
      expect(fit.channels).toEqual(direct.channels)
      expect(fit.trust).toEqual(direct.trust)
    },
  )
})
