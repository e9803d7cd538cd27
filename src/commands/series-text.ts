import { numbersFormat } from '../format/index.js'
import { sum } from '../numbers.js'
import type {
  SeriesChannel,
  SeriesEffect,
  SeriesExperiment,
  SeriesFit,
  SeriesOptimum,
} from '../series/index.js'
import { dateOf } from '../time/calendar.js'
import { alignedTable } from './output.js'

interface Spread {
  readonly low: number
  readonly mean: number
  readonly high: number
}

interface SeriesAnswer {
  readonly warnings: readonly string[]
  readonly total: Spread
  readonly channels: readonly SeriesChannel[]
  readonly bestTotal: SeriesOptimum
  readonly bestSplit: SeriesOptimum
  readonly experiments: SeriesExperiments
}

interface SeriesExperiments {
  /** What perfect knowledge would add to a year, in the unit of the answers. */
  readonly evpi: number
  readonly experiments: readonly SeriesExperiment[]
  readonly answer: string
}

const { compact, rate } = numbersFormat('en')
const SHOWN_EXPERIMENTS = 5

/** What a series tells: how it was read, what was caused, what should change, what to test. */
export function seriesText(fitted: SeriesFit, answer: SeriesAnswer): string {
  const { data, read } = fitted.series
  const outcome = sum(data.orders)
  const share = rate(Math.round((10_000 * answer.total.mean) / outcome), 1)
  return [
    readText(fitted),
    learnedText(fitted),
    alignedTable(
      [
        'Channel',
        'Grade',
        'Spend',
        'Caused',
        '5%',
        '95%',
        'A unit of spend',
        'The last unit',
        'P(pays)',
      ],
      answer.channels.map((row) => [
        row.channel,
        row.grade.replaceAll('_', ' '),
        compact(row.spend),
        compact(row.caused.mean),
        compact(row.caused.low),
        compact(row.caused.high),
        compact(row.returned.mean),
        compact(row.marginal.mean),
        row.pPays === null ? '-' : rate(Math.round(10_000 * row.pPays), 0),
      ]),
    ),
    `All channels caused ${spread(answer.total)} of ${compact(outcome)} ${read.outcome}: ${share}.`,
    ...answer.warnings,
    `Best total:\n${optimumText(fitted, answer.bestTotal)}`,
    `Best split of today's total:\n${optimumText(fitted, answer.bestSplit)}`,
    experimentsText(fitted, answer.experiments),
  ].join('\n\n')
}

/** A plan's effect in words. */
export function effectText({ series, pricing }: SeriesFit, effect: SeriesEffect): string {
  const { outcome } = series.read
  const priced =
    pricing.unit === 'money'
      ? `Worth of ${outcome} less spend`
      : `${outcome} less what the change of spend would bring at today's last unit`
  return [
    `Spend changes by ${compact(effect.spendDifference)}, ${outcome} by ${spread(effect.outcome)}.`,
    `${priced}: ${spread(effect.net)}; better than today's plan with a probability of ${rate(Math.round(10_000 * effect.pBetter), 0)}.`,
    `After the series ${compact(Math.abs(effect.tail))} ${outcome} ${effect.tail < 0 ? 'less' : 'more'} come from memory, which are not counted.`,
  ].join('\n')
}

const ADVICE = {
  act: 'Recommended',
  test: 'Not sure enough, test first',
  unknown: 'Nobody knows, and no test is worth its cost',
  keep: "Today's plan stands",
}

/** The best plan in words: what each channel would spend, and why it is best. */
export function optimumText(fitted: SeriesFit, best: SeriesOptimum): string {
  const plan = Object.entries(best.multiples).map(
    ([channel, multiple]) => `${channel} x ${multiple.toFixed(2)}`,
  )
  return `${ADVICE[best.advice]}: ${plan.join(', ')}.\n${effectText(fitted, best)}\n${best.why}`
}

/** Experiments, best first, and which to run. */
export function experimentsText(
  { pricing }: SeriesFit,
  { experiments, answer, evpi }: SeriesExperiments,
): string {
  const unit = pricing.unit === 'money' ? 'money' : 'outcome'
  const rows = experiments
    .slice(0, SHOWN_EXPERIMENTS)
    .map(({ design, channel, days, share, evsi, cost, net }) => [
      design,
      channel,
      days,
      rate(Math.round(10_000 * share), 0),
      compact(evsi),
      compact(cost),
      compact(net),
    ])
  const head = [`Experiment (${unit})`, 'Channel', 'Days', 'Share', 'Value a year', 'Cost', 'Net']
  return [
    alignedTable(head, rows),
    answer,
    `To know exactly what every channel causes would add ${compact(evpi)} (${unit}) a year, by these ranges: no experiment is worth more.`,
  ].join('\n\n')
}

function readText({ series, pricing }: SeriesFit): string {
  const { data, read, path } = series
  const days = data.grain === 'week' ? 7 : 1
  const first = dateOf(data.firstDay)
  const last = dateOf(data.firstDay + (data.orders.length - 1) * days)
  const left = read.leftOut.map(({ column, why }) => `${column} (${why})`)
  const worth =
    pricing.unit === 'money'
      ? `Worth of an outcome: ${read.worth}; answers are in the money of spend. Where that is revenue and not what is left of it, name what is left as worth in a map.`
      : `What a unit of ${read.outcome} is worth is not known (name it as worth in a map), so answers are in ${read.outcome}: a unit of spend weighs the ${compact(pricing.outcomePerSpend!)} that the last unit of today's total brought.`
  return [
    `${path}: ${data.orders.length} ${data.grain}s, ${first} to ${last}. Outcome ${read.outcome}; channels ${Object.keys(read.channels).join(', ')}; events ${list(read.events)}; controls ${list(read.controls)}.`,
    ...(left.length > 0 ? [`Left out: ${left.join('; ')}.`] : []),
    worth,
  ].join('\n')
}

const LEARNED = {
  own: 'Spend varied on its own, so the series tells what channels caused.',
  follows_past_orders:
    'Spend followed the past outcome or stood still, so the series says little: vary spend on purpose, or run tests.',
  follows_unseen:
    'The channels moved together with something that the series does not show (or there is one channel only), so it would mislead: only lift tests and priors count. State series.plan in a map if you know how budgets were set.',
  assumed: 'Spend is assumed.',
}

function learnedText({ fit }: SeriesFit): string {
  return LEARNED[fit.trust.status]
}

function list(names: readonly string[]): string {
  return names.length > 0 ? names.join(', ') : 'none'
}

function spread({ low, mean, high }: Spread): string {
  return `${compact(mean)} (${compact(low)} to ${compact(high)})`
}
