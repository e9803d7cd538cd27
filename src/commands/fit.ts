import { InputError } from '../errors.js'
import { decisionsText, type RunDecisions, readRunDecisions } from '../report/decisions/index.js'
import { openAgain, type Workbench } from '../workbench/index.js'
import type { FitOptionFlags } from './decide-files.js'
import { fitOtherwise } from './fit-otherwise.js'
import { expectWritable } from './folders.js'
import type { WorkbenchFlags } from './options.js'
import { printResult, progressLine } from './output.js'
import { fitSeriesCommand, refuseSeriesFlags, type SeriesFlags } from './series.js'
import { sureCode } from './sure-code.js'

export interface FitFlags extends WorkbenchFlags, SeriesFlags, FitOptionFlags {
  calibrate?: string
}

/** `causeway fit`: what marketing caused, from data and lift tests, and what should change. */
export async function fitCommand(flags: FitFlags): Promise<number> {
  if (flags.series !== undefined) return fitSeriesCommand(flags)
  refuseSeriesFlags(flags)
  if (flags.lift ?? flags.outcome ?? flags.prior) {
    if (flags.calibrate === undefined) return fitOtherwise(flags)
    throw new InputError(
      '--calibrate: goes by the published fit. Put tests into lift_tests.csv and declare decisions.prior, instead of --lift, --outcome and --prior.',
    )
  }
  const { workbench, goesOn } = openAgain(flags)
  for (const line of goesOn) process.stderr.write(`fit ${line}\n`)
  expectWritable(workbench.dir, '--workbench')
  const progress = progressLine()
  try {
    await workbench.run({
      through: 'decisions',
      onProgress: (event) => progress.stage(event),
    })
    progress.done()
    const decisions = await readRunDecisions(workbench)
    refuseUnlearned(decisions)
    if (flags.calibrate !== undefined) await publishCalibrated(workbench, flags.calibrate, progress)
    const { notation: _, ...tables } = decisions
    printResult(flags.json ? JSON.stringify(tables, null, 2) : decisionsText(decisions))
    return sureCode(decisions)
  } finally {
    progress.done()
    await workbench.close()
  }
}

/** Runs the stages under fitted assumptions and publishes that run under a name of its own. */
async function publishCalibrated(
  workbench: Workbench,
  name: string,
  progress: ReturnType<typeof progressLine>,
): Promise<void> {
  if (name === workbench.name) {
    throw new InputError(
      `--calibrate: got '${name}', the run that is fitted. Name another, so that both stand side by side.`,
    )
  }
  const calibrated = await workbench.calibrated()
  try {
    await calibrated.run({ onProgress: (event) => progress.stage(event) })
    await calibrated.publish(name)
    progress.done()
    process.stderr.write(
      `Published ${name}: assumptions fitted where they could be (table decisions.calibration). \`causeway compare ${workbench.name} ${name}\` shows what moved.\n`,
    )
  } finally {
    await calibrated.close()
  }
}

function refuseUnlearned({ channels }: RunDecisions): void {
  if (!channels.every(({ basis, status }) => basis === 'declared' && status === 'assumed')) return
  throw new InputError(
    'fit: spend of this run is assumed: nothing can be learned from it. Add marketing_spend.csv or a lift test; `causeway decide` answers from declared values.',
  )
}
