import type { ChannelValue, FittedChannel, RunFit } from '../decisions/index.js'
import type { Notation } from '../format/index.js'
import { learnedFrom } from '../report/decisions/index.js'
import { openAgain } from '../workbench/index.js'
import { type FitOptionFlags, fitOptionsOf } from './decide-files.js'
import type { FitFlags } from './fit.js'
import { alignedTable, printResult, progressLine } from './output.js'
import { sureCode } from './sure-code.js'

/**
 * `causeway fit` with other lift tests, another prior or outcome: the run is fitted so in memory, and shown; nothing but
 * the run itself is published.
 */
export async function fitOtherwise(flags: FitFlags & FitOptionFlags): Promise<number> {
  const options = fitOptionsOf(flags)
  const { workbench } = openAgain(flags)
  const progress = progressLine()
  try {
    await workbench.run({ onProgress: (event) => progress.stage(event) })
    progress.done()
    const fit = await workbench.fit(options)
    const rows = rowsOf(fit)
    const { outcome, prior } = fit.fit.options
    const { status, warnings } = fit
    const json = { status, outcome, prior, channels: rows, lift_tests: fit.fit.liftTests, warnings }
    const text = [
      learnedFrom([status]),
      `Outcome: ${outcome.replace('_', ' ')}; prior: ${prior}; lift tests: ${fit.fit.liftTests.length}. Not published.`,
      tableOf(rows, workbench.notation),
      ...warnings,
    ]
    printResult(flags.json ? JSON.stringify(json, null, 2) : text.join('\n\n'))
    return sureCode({ channels: rows })
  } finally {
    progress.done()
    await workbench.close()
  }
}

/** Under the names of `decisions.channel_value`. */
function rowsOf(fit: RunFit) {
  const values = fit.values()
  return fit.channels.map((fitted, c) => rowOf(fitted, values[c]!))
}

function rowOf({ channel, grade, incremental }: FittedChannel, value: ChannelValue) {
  const { contributionCents, profitCents } = value
  return {
    channel,
    grade,
    spend_cents: value.spendCents,
    incremental_low: incremental.low,
    incremental_mean: incremental.mean,
    incremental_high: incremental.high,
    incremental_contribution_cents: contributionCents.mean,
    incremental_profit_low_cents: profitCents.low,
    incremental_profit_cents: profitCents.mean,
    incremental_profit_high_cents: profitCents.high,
    p_pays_bps: Math.round(value.pPays * 10_000),
  }
}

function tableOf(rows: ReturnType<typeof rowsOf>, { money, number, rate, nameOf }: Notation) {
  const whole = (orders: number) => number(Math.round(orders))
  return alignedTable(
    ['Channel', 'Grade', 'Spend', 'Caused', '5%', '95%', 'Result', 'P(pays)'],
    rows.map((row) => [
      nameOf(row.channel),
      row.grade.replaceAll('_', ' '),
      money.exact(row.spend_cents),
      whole(row.incremental_mean),
      whole(row.incremental_low),
      whole(row.incremental_high),
      money.exact(row.incremental_profit_cents),
      rate(row.p_pays_bps),
    ]),
  )
}
