import { loadAssumptions } from '../assumptions/index.js'
import { InputError } from '../errors.js'
import {
  fitSeriesFile,
  type SeriesFit,
  seriesChannels,
  seriesExperiments,
  seriesOptimum,
  seriesTotal,
  seriesWhatIf,
} from '../series/index.js'
import { printResult } from './output.js'
import { effectText, experimentsText, optimumText, seriesText } from './series-text.js'

/** The flags that say which series is meant, and how it is read. */
export interface SeriesFlags {
  series?: string
  map?: string
  lift?: string
  assumptions?: string
  seed?: number
  json?: boolean
}

/** Flags that say nothing to a series. */
const RUN_FLAGS = ['outcome', 'prior', 'plan', 'bounds', 'calibrate'] as const
type RunOnly = Partial<Record<(typeof RUN_FLAGS)[number], unknown>>

function refuseRunFlags(flags: SeriesFlags & RunOnly): void {
  const given = RUN_FLAGS.find((flag) => flags[flag] !== undefined)
  if (given === undefined) return
  throw new InputError(
    `--${given}: is of a run, not of a series. Leave it out, or leave out --series.`,
  )
}

/** Flags of a question to a series. */
export interface SeriesQuestionFlags extends SeriesFlags {
  scale?: readonly string[]
  pause?: readonly string[]
  total?: string
  days?: readonly string[]
  share?: readonly string[]
}

/** `causeway fit --series`: what channels caused in a flat series, and what should change. */
export async function fitSeriesCommand(flags: SeriesFlags): Promise<number> {
  refuseRunFlags(flags)
  const fitted = openSeries(flags)
  const answer = {
    series: seriesFacts(fitted),
    status: fitted.fit.trust.status,
    warnings: fitted.fit.warnings,
    total: seriesTotal(fitted),
    channels: seriesChannels(fitted),
    liftTests: fitted.fit.liftTests,
    bestTotal: seriesOptimum(fitted, 'free'),
    bestSplit: seriesOptimum(fitted, 'same'),
    experiments: seriesExperiments(fitted),
  }
  printResult(flags.json ? JSON.stringify(answer, null, 2) : seriesText(fitted, answer))
  return isSure(answer.channels) ? 0 : 1
}

/** `causeway decide --series`: a plan or a test put to a flat series. */
export async function decideSeriesCommand(
  question: string,
  flags: SeriesQuestionFlags,
): Promise<number> {
  refuseRunFlags(flags)
  const ask = askOf(question, flags)
  const { json, text } = ask(openSeries(flags))
  printResult(flags.json ? JSON.stringify(json, null, 2) : text)
  return 0
}

type Ask = (fitted: SeriesFit) => { readonly json: object; readonly text: string }

/** The question that the flags put; they are read before anything is fitted. */
function askOf(question: string, flags: SeriesQuestionFlags): Ask {
  const answering =
    <T extends object>(
      answer: (fitted: SeriesFit) => T,
      text: (fitted: SeriesFit, answer: T) => string,
    ): Ask =>
    (fitted) => {
      const json = answer(fitted)
      return { json, text: text(fitted, json) }
    }
  if (question === 'what-if') {
    const factors = factorsOf(flags)
    return answering((fitted) => seriesWhatIf(fitted, factors), effectText)
  }
  if (question === 'optimum') {
    const total = totalOf(flags.total ?? 'free')
    return answering((fitted) => seriesOptimum(fitted, total), optimumText)
  }
  if (question === 'experiment') {
    const { days, share } = flags
    const designs = {
      ...(days && { days: days.map(Number) }),
      ...(share && { shares: share.map(shareOf) }),
    }
    return answering((fitted) => seriesExperiments(fitted, designs), experimentsText)
  }
  throw new InputError(`decide --series: got '${question}', allowed what-if, optimum, experiment.`)
}

/** Refuses flags that only a series takes. */
export function refuseSeriesFlags({ map }: SeriesFlags): void {
  if (map === undefined) return
  throw new InputError(
    '--map: says how to read a series. Name one with --series; a run takes columns.yaml from its folder.',
  )
}

function openSeries({ series, map, lift, assumptions, seed }: SeriesFlags): SeriesFit {
  return fitSeriesFile(series!, {
    ...(map !== undefined && { map }),
    ...(lift !== undefined && { lift }),
    ...(seed !== undefined && { seed }),
    ...(assumptions !== undefined && { assumptions: loadAssumptions({ file: assumptions }) }),
  })
}

/** How a series was read, for those who check. */
function seriesFacts({ series, pricing }: SeriesFit) {
  const { path, data, read } = series
  return {
    file: path,
    grain: data.grain,
    periods: data.orders.length,
    columns: read,
    answersIn: pricing.unit,
    outcomePerSpend: pricing.outcomePerSpend ?? null,
  }
}

/** Spend on channels that are not identified, above which an answer is not sure. */
const UNSURE_SHARE = 0.2

function isSure(channels: ReturnType<typeof seriesChannels>): boolean {
  const spent = (some: typeof channels) => some.reduce((total, { spend }) => total + spend, 0)
  const unsure = channels.filter(({ grade }) => grade === 'not_identified' || grade === 'no_data')
  return spent(unsure) <= UNSURE_SHARE * spent(channels)
}

function factorsOf({ scale = [], pause = [] }: SeriesQuestionFlags): Record<string, number> {
  const scaled = scale.map((text) => {
    const cut = text.lastIndexOf('=')
    if (cut > 0 && cut < text.length - 1) return [text.slice(0, cut), Number(text.slice(cut + 1))]
    throw new InputError(`--scale: got '${text}', allowed CHANNEL=FACTOR, e.g. tv=0.8.`)
  })
  return Object.fromEntries([...scaled, ...pause.map((channel) => [channel, 0])])
}

function totalOf(text: string): 'free' | 'same' | number {
  if (text === 'free' || text === 'same') return text
  const amount = Number(text)
  if (amount >= 0 && Number.isFinite(amount)) return amount
  throw new InputError(`--total: got '${text}', allowed free, same or an amount of money.`)
}

function shareOf(text: string): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
}
