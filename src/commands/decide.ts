import {
  type Question as Asked,
  nextExperiment,
  type Optimum,
  type RunFit,
  UNSURE_SHARE,
  type WhatIf,
  whyBest,
} from '../decisions/index.js'
import { InputError } from '../errors.js'
import type { Notation } from '../format/index.js'
import type { SpendPlan } from '../market/index.js'
import { knowledgeSentence } from '../report/decisions/index.js'
import type { Workbench } from '../workbench/index.js'
import { boundsByFile, type FitOptionFlags, fitOptionsOf, plannedByFile } from './decide-files.js'
import { openPublished, type ReadFlags } from './options.js'
import { alignedTable, printResult } from './output.js'
import { sensitivityText } from './sensitivity-text.js'
import { decideSeriesCommand, refuseSeriesFlags, type SeriesFlags } from './series.js'

export interface DecideFlags extends ReadFlags, SeriesFlags, FitOptionFlags {
  plan?: string
  bounds?: string
  scale?: readonly string[]
  pause?: readonly string[]
  total?: string
  by?: 'steady' | 'month'
  days?: readonly string[]
  share?: readonly string[]
  of?: readonly string[]
  range?: readonly string[]
  draws?: number
}

type Answer = { readonly json: unknown; readonly text: string }
type Question = (fit: RunFit, flags: DecideFlags, workbench: Workbench) => Promise<Answer>

/** `causeway decide`: what if, which plan is best, which experiment is worth its price. */
export async function decideCommand(question: string, flags: DecideFlags): Promise<number> {
  if (flags.series !== undefined) return decideSeriesCommand(question, flags)
  refuseSeriesFlags(flags)
  const ask = questions[question as keyof typeof questions]
  if (!ask) {
    throw new InputError(`decide: got '${question}', allowed ${Object.keys(questions).join(', ')}.`)
  }
  const workbench = openPublished(flags)
  try {
    const fit = await workbench.fit({ acceptAssumed: true, ...fitOptionsOf(flags) })
    const { json, text } = await ask(fit, flags, workbench)
    printResult(flags.json ? JSON.stringify(json, null, 2) : `${basisSentence(fit)}\n\n${text}`)
    return 0
  } finally {
    await workbench.close()
  }
}

const questions = {
  'what-if': async (fit, { plan: file, scale = [], pause = [] }, workbench) => {
    const today = await workbench.plan()
    const given = file === undefined ? today : plannedByFile(today, file)
    const plan = pause.reduce(paused, scale.reduce(scaled, given))
    return effectAnswer(fit.whatIf(plan), workbench.notation)
  },
  optimum: async (fit, { total = 'free', by = 'steady', bounds }, workbench) => {
    const notation = workbench.notation
    const within = bounds === undefined ? {} : { bounds: boundsByFile(bounds) }
    const optimum = fit.optimum({ total: totalOf(total, notation), by, ...within })
    const { effect, advice, why, totalCents, certificate } = optimum
    const { json, text } = effectAnswer(effect, notation)
    return {
      json: { advice, total_cents: totalCents, why, certificate, effect: json },
      text: [adviceWords(optimum, notation), text, whyBest(optimum, notation.nameOf)].join('\n\n'),
    }
  },
  sensitivity: async (_, { of = ['net_profit', 'best_plan'], range = [], draws }, workbench) => {
    const asked = of.map((name) => shortNames[name] ?? (name as Asked))
    const ranges = Object.fromEntries(range.map(otherRange))
    const rows = await workbench.sensitivity({ of: asked, ranges })
    const verdict = draws === undefined ? undefined : await workbench.verdictRanges(draws)
    return {
      json: { sensitivity: rows, ...(verdict && { verdict }) },
      text: sensitivityText(rows, verdict, workbench),
    }
  },
  experiment: async (fit, { days, share }, workbench) => {
    const { money, rate, nameOf } = workbench.notation
    const found = fit.experiments({
      ...(days && { days: days.map(Number) }),
      ...(share && { shares: share.map(shareOf) }),
    })
    const rows = found.experiments.map((row) => [
      row.design,
      nameOf(row.channel),
      row.days,
      rate(Math.round(row.share * 10_000)),
      money.exact(Math.round(row.evsiCents)),
      money.exact(Math.round(row.costCents)),
      money.exact(Math.round(row.netCents)),
    ])
    return {
      json: found,
      text: [
        alignedTable(
          ['Experiment', 'Channel', 'Days', 'Share', 'Value a year', 'Cost', 'Net'],
          rows,
        ),
        nextExperiment(found, nameOf),
        knowledgeSentence(found.evpiCents, workbench.notation),
      ].join('\n\n'),
    }
  },
} satisfies Readonly<Record<string, Question>>

/** Answers by their short names. */
const shortNames: Readonly<Record<string, Asked>> = { profit: 'net_profit', optimum: 'best_plan' }

/** Whether to act on the plan that is shown, and why not. */
function adviceWords(
  { advice, totalCents, unsupportedShare, effect }: Optimum,
  { money, rate }: Notation,
): string {
  const spend = `${money.exact(totalCents)} in all`
  const bps = (share: number) => rate(Math.round(share * 10_000))
  const doubt =
    unsupportedShare > UNSURE_SHARE
      ? `for ${bps(unsupportedShare)} of the money it moves no data, test or declared value supports the figures`
      : `it is better only with a probability of ${bps(effect.pBetter)}`
  switch (advice) {
    case 'act':
      return `Recommended: spend ${spend}.`
    case 'test':
      return `Today's plan stands: test first. This one of ${spend} looks better, but ${doubt}.`
    case 'unknown':
      return `Today's plan stands, and whether another is better we do not know. This one of ${spend} looks better, but ${doubt}, and no test is worth its cost.`
    case 'keep':
      return `Today's plan of ${spend} stands: no other within the bounds is better.`
  }
}

/** What the answers rest on. */
function basisSentence({ status, fit }: RunFit): string {
  const isDeclared = status === 'assumed' || status === 'follows_unseen'
  if (!isDeclared)
    return 'Fitted from spend, orders and what else the data tell; ranges are 5% to 95%.'
  const tests = fit.liftTests.length
  return tests > 0
    ? `Rests on declared values and ${tests} lift tests: the series of orders tells nothing here. Ranges are 5% to 95%.`
    : 'Rests on declared values alone: the data tell nothing of what marketing caused. Ranges are 5% to 95%.'
}

function effectAnswer(effect: WhatIf, { money, number, rate, nameOf }: Notation): Answer {
  const { profitDraws: _, ...json } = effect
  const channels = new Set(effect.rows.map(({ channel }) => channel))
  const byChannel = [...channels].map(
    (id) => [id, effect.rows.filter(({ channel }) => channel === id)] as const,
  )
  const sum = (rows: typeof effect.rows, pick: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + pick(row), 0)
  const rows = byChannel.map(([channel, own]) => [
    nameOf(channel),
    money.exact(sum(own, (row) => row.spendCents)),
    money.exact(sum(own, (row) => row.spendDifferenceCents)),
    number(Math.round(sum(own, (row) => row.ordersDifference))),
    money.exact(sum(own, (row) => row.contributionDifferenceCents)),
    money.exact(sum(own, (row) => row.profitDifferenceCents)),
  ])
  const { low, mean, high } = effect.profitCents
  const tail = Math.round(effect.tailOrders)
  return {
    json,
    text: [
      alignedTable(['Channel', 'Spend', 'Change', 'Orders', 'Contribution', 'Profit'], rows),
      `Profit changes by ${money.exact(mean)} (${money.exact(low)} to ${money.exact(high)}); better than today's plan with a probability of ${rate(Math.round(effect.pBetter * 10_000))}.`,
      `After the horizon ${number(Math.abs(tail))} orders ${tail < 0 ? 'fewer' : 'more'} come from memory, which are not counted.`,
    ].join('\n\n'),
  }
}

function scaled(plan: SpendPlan, text: string): SpendPlan {
  const [channel, factor] = pair(text, '--scale', 'CHANNEL=FACTOR, e.g. google_search=0.8')
  return plan.scale(channel, Number(factor))
}

function paused(plan: SpendPlan, text: string): SpendPlan {
  if (!text.includes('=')) return plan.pause(text)
  const [channel, range] = pair(text, '--pause', 'CHANNEL or CHANNEL=FROM..TO')
  const [from, to] = range.split('..')
  return plan.pause(channel, { ...(from && { from }), ...(to && { to }) })
}

function pair(text: string, flag: string, allowed: string): [string, string] {
  const cut = text.indexOf('=')
  if (cut > 0 && cut < text.length - 1) return [text.slice(0, cut), text.slice(cut + 1)]
  throw new InputError(`${flag}: got '${text}', allowed ${allowed}.`)
}

function otherRange(text: string): [string, [number, number]] {
  const [id, ends] = pair(text, '--range', 'ASSUMPTION=LOW..HIGH')
  const [low, high] = ends.split('..').map(Number)
  return [id, [low ?? Number.NaN, high ?? Number.NaN]]
}

function totalOf(text: string, { money }: Notation): 'free' | 'same' | number {
  if (text === 'free' || text === 'same') return text
  const amount = Number(text)
  if (amount >= 0 && Number.isFinite(amount)) return Math.round(amount * 10 ** money.minorDigits)
  throw new InputError(`--total: got '${text}', allowed free, same or an amount of money.`)
}

function shareOf(text: string): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
}
