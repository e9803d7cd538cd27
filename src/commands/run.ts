import type { StageName } from '../stage.js'
import {
  openWorkbench,
  type RunOutcome,
  readVerdict,
  type Verdict,
  type Workbench,
} from '../workbench/index.js'
import { printAnswer } from './answer.js'
import type { WorkbenchFlags } from './options.js'
import { printResult, progressLine } from './output.js'

export interface RunFlags extends WorkbenchFlags {
  through?: StageName
  fresh?: boolean
  allowRejects?: boolean
  json?: boolean
}

/** `causeway run`: the stages, then the answer. */
export async function runCommand(flags: RunFlags): Promise<number> {
  const workbench = openWorkbench(flags)
  const progress = progressLine()
  try {
    const { fresh, through, allowRejects } = flags
    const outcome = await workbench.run({
      fresh,
      through,
      allowRejects,
      onProgress: (event) => progress.stage(event),
    })
    progress.done()
    for (const line of stageLines(outcome)) process.stderr.write(`${line}\n`)
    return await answer(workbench, outcome, flags.json ?? false)
  } finally {
    progress.done()
    await workbench.close()
  }
}

function stageLines(outcome: RunOutcome): string[] {
  return outcome.stages.map(({ stage, seconds, reused, rows }) => {
    const total = Object.values(rows).reduce((a, b) => a + b, 0)
    const how = reused ? 'reused' : `${seconds.toFixed(1)} s`
    return `${stage.padEnd(12)} ${how.padEnd(8)} ${Object.keys(rows).length} tables, ${total} rows`
  })
}

async function answer(workbench: Workbench, outcome: RunOutcome, json: boolean): Promise<number> {
  const complete = outcome.artifacts.finance !== undefined
  if (!json) return complete ? printAnswer(workbench) : 0
  const verdict = complete ? await readVerdict(workbench) : undefined
  printResult(JSON.stringify({ stages: outcome.stages, verdict: verdictJson(verdict) }, null, 2))
  return 0
}

function verdictJson(verdict: Verdict | undefined) {
  if (!verdict) return null
  const { net_profit_accrual_cents, net_profit_cash_cents, ...rest } = verdict
  return {
    net_profit_cents: { accrual: net_profit_accrual_cents, cash: net_profit_cash_cents },
    ...rest,
  }
}
