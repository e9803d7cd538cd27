import type { Command } from 'commander'
import { moneyFormat } from '../format/index.js'
import { type PublishedRun, publishedRuns, removeRun, workbenchFolder } from '../workbench/index.js'
import { alignedTable, printResult } from './output.js'

/** `causeway runs`: the published runs of a folder. */
export async function runsCommand(flags: { workbench?: string; json?: boolean }): Promise<number> {
  const dir = workbenchFolder(flags.workbench)
  const runs = publishedRuns(dir)
  if (flags.json) {
    printResult(JSON.stringify(runs, null, 2))
    return 0
  }
  if (runs.length === 0) {
    printResult(`${dir} holds no run. Make one: causeway run`)
    return 0
  }
  printResult(alignedTable(COLUMNS, runs.map(rowOf)))
  return 0
}

const COLUMNS = [
  ...['run', 'made (UTC)', 'data', 'seed', 'preset', 'changed', 'verdict'],
  ...['consistent', 'evidence', 'MB'],
]

function rowOf(run: PublishedRun) {
  const { name, made_at, data, seed, preset, changed, disk_bytes } = run
  const made = made_at.slice(0, 16).replace('T', ' ')
  return [
    ...[name, made, data, seed, preset, changed, verdictWords(run)],
    ...[judgedWords(run), run.evidence, Math.ceil(disk_bytes / 1e6)],
  ]
}

function judgedWords({ consistent }: PublishedRun): string | null {
  return consistent === null ? null : consistent ? 'yes' : 'no'
}

function verdictWords({
  contribution_after_marketing_cents,
  currency,
  locale,
  through,
}: PublishedRun): string {
  if (contribution_after_marketing_cents === null) return `none: through ${through}`
  if (currency === null || locale === null) return 'made by another version'
  return moneyFormat({ currency, locale }).exact(contribution_after_marketing_cents)
}

/** `causeway runs remove`: one run less, and the files that only it needed. */
export async function removeRunCommand(
  name: string,
  _flags: object,
  command: Command,
): Promise<number> {
  const { workbench } = command.optsWithGlobals<{ workbench?: string }>()
  await removeRun(workbenchFolder(workbench), name)
  printResult(`Removed run ${name}.`)
  return 0
}
