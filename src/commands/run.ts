import { join, resolve } from 'node:path'
import { readBasis } from '../judgment/index.js'
import { noteLines, readJudgment, readNotes } from '../report/index.js'
import type { StageName } from '../schema/artifact-names.js'
import {
  openWorkbench,
  type RunOutcome,
  readVerdict,
  type StageMeasurement,
  type Workbench,
} from '../workbench/index.js'
import { judgmentCode, printAnswer } from './answer.js'
import { type ClusterFlags, clusterOf } from './cluster.js'
import { expectWritable } from './folders.js'
import { reportFolder, type WorkbenchFlags } from './options.js'
import { printResult, progressLine } from './output.js'
import { planLines, profileLines, writeTrace } from './profile.js'

export interface RunFlags extends WorkbenchFlags, ClusterFlags {
  through?: StageName
  fresh?: boolean
  allowRejects?: boolean
  json?: boolean
  out?: string
  profile?: boolean | string
  plan?: string
}

/** `causeway run`: the stages, then the answer. */
export async function runCommand(flags: RunFlags): Promise<number> {
  const workbench = openWorkbench(flags)
  const reports = reportFolder(flags.out)
  expectWritable(workbench.dir, '--workbench')
  expectWritable(reports, '--out')
  const progress = progressLine()
  try {
    const { fresh, through, allowRejects } = flags
    const measured: StageMeasurement[] = []
    const isMeasured = flags.profile !== undefined || flags.plan !== undefined
    const cluster = clusterOf(flags)
    const outcome = await workbench.run({
      fresh,
      through,
      allowRejects,
      cluster,
      onProgress: (event) => progress.stage(event),
      onMeasured: isMeasured ? (piece) => measured.push(piece) : undefined,
    })
    progress.done()
    for (const line of outcome.lines()) process.stderr.write(`${line}\n`)
    if (isMeasured) tellProfile(flags, measured, workbench.dir)
    process.stderr.write(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`)
    return await answer(workbench, outcome, flags.json ?? false, reports)
  } finally {
    progress.done()
    await workbench.close()
  }
}

function tellProfile(
  { plan, profile }: RunFlags,
  measured: readonly StageMeasurement[],
  folder: string,
): void {
  const planned = measured.filter(({ name }) => name === plan)
  if (plan !== undefined && planned.length === 0) {
    process.stderr.write(`${plan}: no model or law of that name was made anew.\n`)
  }
  for (const piece of planned) process.stderr.write(`${planLines(piece)}\n`)
  if (profile === undefined) return
  const trace = typeof profile === 'string' ? resolve(profile) : join(folder, 'profile.json')
  writeTrace(trace, measured)
  process.stderr.write(`${profileLines(measured)}\ntrace for a flame view: ${trace}\n`)
}

async function answer(
  workbench: Workbench,
  outcome: RunOutcome,
  json: boolean,
  reportDir: string,
): Promise<number> {
  const notes = outcome.artifacts.market ? await readNotes(workbench) : []
  for (const line of noteLines(notes)) process.stderr.write(`${line}\n`)
  const complete = outcome.artifacts.judgment !== undefined
  if (!json) return complete ? printAnswer(workbench, reportDir) : 0
  const judgment = complete ? await readJudgment(workbench) : null
  const result = {
    stages: outcome.stages,
    notes,
    verdict: outcome.artifacts.finance ? await readVerdict(workbench) : null,
    basis: complete ? await basisJson(workbench) : null,
    judgment: judgment && {
      critical: judgment.critical,
      warnings: judgment.warnings,
      consistent: judgment.consistent,
      evidence: judgment.evidence,
    },
  }
  printResult(JSON.stringify(result, null, 2))
  return judgment ? judgmentCode(judgment) : 0
}

async function basisJson(workbench: Workbench) {
  const { channels, grounds, figures } = await readBasis((sql) => workbench.rows(sql))
  return { channels, grounds, figures }
}
