import { describe, expect, it } from 'vitest'
import { responseColumn } from '../../../src/decisions/column.js'
import type { ChannelSeries, DecisionData, LiftTest } from '../../../src/decisions/data.js'
import { fitOrders, refit } from '../../../src/decisions/fit/fit.js'
import { channelReturns } from '../../../src/decisions/optimum/returns.js'
import { prepareResponses } from '../../../src/decisions/plans/responses.js'
import { causedOrders } from '../../../src/decisions/value/caused.js'
import { monthsOf } from '../../../src/decisions/value/months.js'
import { flatValue } from '../../../src/decisions/value/order-value.js'
import { InputError } from '../../../src/errors.js'
import { runLiftTest, simulateWorld, worldData } from '../../../src/evaluation/worlds/index.js'
import { mean } from '../../../src/numbers.js'
import { smallWorld } from '../small-world.js'

const caused = { search: 25, social: 12 }
const data = smallWorld({ caused })
const fit = fitOrders(data)
const periods = data.orders.length

const test: LiftTest = {
  channel: 'search',
  firstDay: data.firstDay + 200,
  lastDay: data.firstDay + 241,
  spendFactor: 0,
  liftOrders: 42 * 25,
  standardError: 90,
}

describe('fit', () => {
  it('covers what each channel caused, in all and on the whole', () => {
    for (const { channel, incremental } of fit.channels) {
      const truth = caused[channel as keyof typeof caused] * periods
      expect(incremental.low).toBeLessThan(truth)
      expect(incremental.high).toBeGreaterThan(truth)
    }
    expect(fit.total.mean / (37 * periods)).toBeGreaterThan(0.7)
    expect(fit.total.mean / (37 * periods)).toBeLessThan(1.4)
  })

  it('covers nine times in ten over twenty worlds', () => {
    let covered = 0
    for (let seed = 100; seed < 120; seed++) {
      const { channels } = fitOrders(smallWorld({ caused, seed }))
      for (const { channel, incremental } of channels) {
        const truth = caused[channel as keyof typeof caused] * periods
        if (incremental.low <= truth && truth <= incremental.high) covered++
      }
    }
    expect(covered).toBeGreaterThanOrEqual(34)
  })

  it('explains the orders: expected sums to them, media and baseline are its parts', () => {
    const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0)
    expect(sum(fit.expected) / sum(data.orders)).toBeCloseTo(1, 1)
    const media = (sum(fit.posterior.incremental) / fit.posterior.draws) * periods
    expect((sum(fit.expected) - sum(fit.baseline)) / media).toBeCloseTo(1, 9)
    expect(fit.baseline.every((orders) => orders > 0)).toBe(true)
  })

  it('explains the orders where only priors and tests speak of media, and not the series', () => {
    const world = simulateWorld(60_007, 'anticipating')
    const untested = fitOrders(worldData(world))
    expect(untested.trust.status).toBe('follows_unseen')
    for (const made of [untested, refit(untested, { liftTests: [runLiftTest(world, 0)] })]) {
      const explained = made.expected.reduce((a, b) => a + b, 0)
      expect(explained / world.orders.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 2)
    }
  })

  it('expects about the orders there were where a young shop grew a hundredfold', () => {
    const orders = data.orders.map((count, t) =>
      t < 60 ? 0 : Math.round(count * Math.exp(Math.min(0, (t - 300) / 50))),
    )
    const young = fitOrders({ ...data, orders, spendSource: 'assumed' }, { acceptAssumed: true })
    const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0)
    for (const [from, to] of [
      [150, 250],
      [250, 400],
    ]) {
      const explained = sum(young.expected.slice(from, to)) / sum(orders.slice(from, to))
      expect(explained).toBeGreaterThan(0.8)
      expect(explained).toBeLessThan(1.5)
    }
  })

  it('counts orders placed, as all money and plans do', () => {
    const responses = prepareResponses(fit)
    const value = flatValue(monthsOf(data), 100)
    const { orders, meanDaily } = causedOrders(responses, value)
    const curves = channelReturns(responses, value)
    const count = fit.channels.length
    expect(fit.placed).toEqual(orders)
    for (const [c, { incremental }] of fit.channels.entries()) {
      const drawn = fit.placed.filter((_, i) => i % count === c)
      expect(incremental.mean).toBeCloseTo(mean(drawn), 6)
      expect(mean(meanDaily[c]!) * periods).toBeCloseTo(incremental.mean, 6)
      expect(curves[c]!.curve[16]!.orders.mean).toBeCloseTo(incremental.mean, 6)
    }
  })

  it('every grid point has mean 1 on the plan of history, and is the shared column', () => {
    for (const [c, points] of fit.grids.entries()) {
      for (const [k, point] of points.entries()) {
        const column = responseColumn(data.channels[c]!, point)
        expect(column).toEqual(fit.prepared.grids[c]!.columns[k])
        expect(column.reduce((a, b) => a + b, 0) / periods).toBeCloseTo(1, 10)
      }
    }
  })

  it('gives the same bytes twice, and other luck under another seed', () => {
    expect(fitOrders(data).posterior).toEqual(fit.posterior)
    expect(refit(fit, {}).posterior).toEqual(fit.posterior)
    expect(refit(fit, { seed: 2 }).posterior.incremental).not.toEqual(fit.posterior.incremental)
  })

  it('is the same in another currency, and but for its luck when channels are reordered or renamed', () => {
    const dearer = data.channels.map((channel) => ({
      ...channel,
      spend: channel.spend.map((cents) => 100 * cents),
      spendBefore: channel.spendBefore!.map((cents) => 100 * cents),
    }))
    const other = fitOrders({ ...data, channels: dearer })
    expect(other.posterior.gridPoint).toEqual(fit.posterior.gridPoint)
    for (const [c, { incremental }] of other.channels.entries()) {
      expect(incremental.mean / fit.channels[c]!.incremental.mean).toBeCloseTo(1, 9)
    }
    const renamed = data.channels.map((channel) => ({ ...channel, id: `${channel.id} 2` }))
    for (const channels of [[...data.channels].reverse(), renamed]) {
      const found = fitOrders({ ...data, channels }).channels
      for (const { channel, incremental } of fit.channels) {
        const same = found.find((row) => row.channel.startsWith(channel))!.incremental
        expect(Math.abs(same.mean - incremental.mean) / incremental.sd).toBeLessThan(0.1)
      }
    }
  })

  it('tells how far it is, rising to 1', () => {
    const told: number[] = []
    fitOrders(data, {}, (done) => told.push(done))
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect([told[0], told.at(-1)]).toEqual([0, 1])
    expect(told.length).toBeGreaterThan(4)
  })

  it('new customers are a second outcome', () => {
    const newCustomers = data.orders.map((orders) => Math.round(orders / 2))
    const second = fitOrders({ ...data, newCustomers }, { outcome: 'new_customers' })
    expect(second.total.mean / fit.total.mean).toBeCloseTo(0.5, 0)
    expect(() => fitOrders(data, { outcome: 'new_customers' })).toThrow(/no new customers/)
  })
})

describe('lift tests', () => {
  const tested = refit(fit, { liftTests: [test] })

  it('narrow their channel, and are predicted from the series alone', () => {
    expect(tested.channels[0]!.incremental.sd).toBeLessThan(fit.channels[0]!.incremental.sd)
    const { predicted, counterfactual } = tested.liftTests[0]!
    expect(Math.abs(counterfactual - predicted.mean)).toBeLessThan(1e-9 * predicted.mean)
    expect(tested.liftTests[0]!.predicted.mean / test.liftOrders).toBeCloseTo(1, 0)
    expect(tested.liftTests[0]!.agrees).toBe(true)
    expect(tested.posterior).toEqual(fitOrders({ ...data, liftTests: [test] }).posterior)
  })

  it('that disagree are kept and told', () => {
    const odd = refit(fit, { liftTests: [{ ...test, liftOrders: 9000 }] })
    expect(odd.liftTests[0]!.agrees).toBe(false)
    expect(odd.warnings.join()).toContain('search: test and series disagree')
  })

  it('alone follow the normal update, cut at 0', () => {
    const declared = { ...data, declaredPlan: 'follows_unseen' as const, liftTests: [test] }
    const flat = {
      ...declared,
      channels: declared.channels.map((channel) => ({
        ...channel,
        spend: channel.spend.map(() => 1000),
        spendBefore: channel.spendBefore.map(() => 1000),
        kernel: { kind: 'geometric' as const, decay: 0, maxLag: 1 },
      })),
    }
    const { channels, prepared } = fitOrders({ ...flat, spendSource: 'assumed' })
    const { prior, incremental } = channels[0]!
    const lost = prepared.grids[0]!.columns[0]!.subarray(200, 242).reduce((a, b) => a + b, 0)
    const row = lost / periods
    const precision = 1 / prior.sd ** 2 + (row / test.standardError) ** 2
    const mean = (row * test.liftOrders) / test.standardError ** 2 / precision
    expect(incremental.mean / mean).toBeCloseTo(1, 1)
    expect(incremental.sd * Math.sqrt(precision)).toBeCloseTo(1, 1)
  })

  it.each<[Partial<LiftTest>, RegExp]>([
    [{ channel: 'radio' }, /row 1: channel radio is unknown. Allowed: search, social/],
    [{ spendFactor: 1 }, /spend_factor 1 changes nothing/],
    [{ standardError: 0 }, /standard_error 0 is out of range/],
    [{ liftOrders: NaN }, /lift_orders NaN is no number/],
    [{ firstDay: NaN }, /its window has no first or no last day/],
    [{ lastDay: test.firstDay + 5 }, /shorter than 7 days/],
    [
      { lastDay: data.firstDay + periods },
      /outside the horizon. Allowed: days within 2016-07-18 to/,
    ],
    [{ firstDay: data.firstDay - 1 }, /outside the horizon/],
  ])('are refused: %o', (change, message) => {
    const run = () => refit(fit, { liftTests: [{ ...test, ...change }] })
    expect(run).toThrow(InputError)
    expect(run).toThrow(message)
  })

  it('are refused where the channel spent nothing', () => {
    const [search, social] = data.channels
    const paused = search!.spend.map((amount, t) => (t < 170 || t > 250 ? amount : 0))
    const run = () =>
      fitOrders({ ...data, channels: [{ ...search!, spend: paused }, social!], liftTests: [test] })
    expect(run).toThrow(/search spent nothing in its window/)
  })
})

describe('what is refused or kept at its prior', () => {
  const cut = (n: number): DecisionData => smallWorld({ caused, days: n })

  it('too short a horizon, no channel, no orders, a broken series', () => {
    expect(() => fitOrders(cut(119))).toThrow(/got 119 days, needed 120/)
    expect(() => fitOrders({ ...data, channels: [] })).toThrow(/no paid channel/)
    expect(() => fitOrders({ ...data, orders: data.orders.map(() => 0) })).toThrow(/no period has/)
    const orders = data.orders.with(7, NaN)
    expect(() => fitOrders({ ...data, orders })).toThrow(/orders: got NaN in period 8/)
    const [search] = data.channels
    expect(() => fitOrders({ ...data, channels: [search!, search!] })).toThrow(/stands there twice/)
  })

  it('assumed spend, unless accepted: then nothing but the prior speaks', () => {
    const assumed = { ...data, spendSource: 'assumed' as const }
    expect(() => fitOrders(assumed)).toThrow(/spend of this run is assumed/)
    const { channels, trust } = fitOrders(assumed, { acceptAssumed: true })
    expect(trust.status).toBe('assumed')
    for (const { contraction } of channels) expect(Math.abs(contraction)).toBeLessThan(0.06)
  })

  it('budgets that follow unseen demand: the series does not speak', () => {
    const { channels } = fitOrders({ ...data, declaredPlan: 'follows_unseen' })
    for (const { contraction } of channels) expect(Math.abs(contraction)).toBeLessThan(0.06)
  })

  it('a channel that hardly advertised has no data', () => {
    const [search, social] = data.channels
    const rare = { ...social!, id: 'rare', spend: social!.spend.map((x, t) => (t < 13 ? x : 0)) }
    const { channels } = fitOrders({ ...data, channels: [search!, social!, rare] })
    expect(channels.map(({ grade }) => grade === 'no_data')).toEqual([false, false, true])
    expect(Math.abs(channels[2]!.contraction)).toBeLessThan(0.06)
  })

  it('odd series give finite figures', () => {
    const [search] = data.channels
    const odd = (id: string, change: Partial<ChannelSeries>) => ({ ...search!, id, ...change })
    const none = data.orders.map(() => 0)
    const { channels, expected, prepared } = fitOrders({
      ...data,
      channels: [
        search!,
        odd('never', { spend: none, spendBefore: new Float64Array(0), clicks: none }),
        odd('unclicked', { clicks: none }),
        odd('steady', { spend: none.map(() => 500) }),
        odd('one_day', { spend: none.with(50, 1e6) }),
        odd('exact', { clicks: search!.spend, attributedOrders: none }),
        odd('free', {
          spend: none,
          impressions: none.map((_, t) => t % 50),
          impressionsBefore: search!.spendBefore,
        }),
        odd('unsold', { impressions: none, impressionsBefore: search!.spendBefore }),
      ],
    })
    for (const { incremental, contraction, rHat } of channels) {
      const figures = [...Object.values(incremental), contraction, rHat]
      expect(figures.every(Number.isFinite)).toBe(true)
    }
    expect(prepared.grids.every(({ logPrior }) => logPrior.every(Number.isFinite))).toBe(true)
    expect(expected.every((orders) => orders > 0)).toBe(true)
  })

  it('two channels with one plan are named', () => {
    const world = smallWorld({ caused: { search: 20, social: 10, video: 10 } })
    const twin = { ...world.channels[0]!, id: 'twin' }
    const { inseparable, warnings } = fitOrders({ ...world, channels: [...world.channels, twin] })
    expect(inseparable).toEqual([['search', 'twin']])
    expect(warnings.join()).toContain('search and twin were advertised alike')
  })

  it('a declared incrementality moves the prior, and needs attribution', () => {
    const incrementality = { search: { centre: 0.5, spread: 0.1 } }
    const { prior } = refit(fit, { incrementality }).channels[0]!
    const attributed = data.channels[0]!.attributedOrders!.reduce((a, b) => a + b, 0)
    expect(prior.source).toBe('declared')
    expect(prior.centre / attributed).toBeCloseTo(0.5, 9)
    expect(prior.sd / attributed).toBeCloseTo(0.1, 9)
    expect(() => refit(fit, { incrementality: { search: { centre: -1, spread: 1 } } })).toThrow(
      /decisions.incrementality.search: got centre -1/,
    )
  })
})
