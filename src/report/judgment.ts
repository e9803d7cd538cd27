import { InputError } from '../errors.js'
import type { Notation } from '../format/index.js'
import { type Finding, isConsistent, type RunBasis, readBasis, runLaws } from '../judgment/index.js'
import type { Evidence } from '../schema/basis.js'
import {
  type ClusterFindings,
  type ClusterOptions,
  loadedBuild,
  type Workbench,
} from '../workbench/index.js'
import { textTable } from './text-table.js'

/** What the laws say about a run. */
export interface Judgment {
  /** Every law, in the order of the stages. */
  readonly laws: readonly Finding[]
  readonly critical: number
  readonly warnings: number
  readonly notes: number
  /** No law is critically broken: the figures agree with one another and with the files. */
  readonly consistent: boolean
  /** How far spend and clicks were observed. */
  readonly evidence: Evidence
  /** Figures that critical violations make doubtful. */
  readonly distrust: readonly string[]
}

/**
 * Reads the judgment that was published with the run.
 *
 * @throws InputError when the stages have not run through judgment
 */
export async function readJudgment(workbench: Workbench): Promise<Judgment> {
  const laws = await workbench.rows<Finding>('select * from judgment.laws')
  return judgmentOf(laws, await readBasis((sql) => workbench.rows(sql)))
}

/**
 * Runs every law again over the published tables, as they are on disk now.
 *
 * @throws InputError when the stages have not run through judgment, or another build of the library made tables
 *   that the laws of this one cannot read
 */
export async function judge(workbench: Workbench): Promise<Judgment> {
  await workbench.verify()
  await workbench.rows('select 1 from judgment.assumptions limit 1')
  const ask = <T>(sql: string) => workbench.rows<T>(sql)
  try {
    return judgmentOf(await runLaws(ask), await readBasis(ask))
  } catch (error) {
    throw madeByAnotherBuild(workbench) ?? error
  }
}

/**
 * Runs every law again on a cluster, where its tables are; what Spark cannot say of a law is asked here.
 *
 * @param onProgress told what is being done
 * @throws InputError as {@link judge}, and when the cluster cannot be reached or goes away
 */
export async function judgeOnEngine(
  workbench: Workbench,
  cluster: ClusterOptions,
  onProgress?: (message: string) => void,
): Promise<Judgment & Pick<ClusterFindings, 'answeredThere' | 'answeredHere'>> {
  await workbench.verify()
  await workbench.rows('select 1 from judgment.assumptions limit 1')
  const { findings, ...answered } = await workbench.judgeOn(cluster, onProgress)
  const basis = await readBasis((sql) => workbench.rows(sql))
  return { ...judgmentOf(findings, basis), ...answered }
}

/** Why laws cannot be asked that fit the tables of another build; undefined where this one made them all. */
function madeByAnotherBuild({ name, record }: Workbench): InputError | undefined {
  const artifacts = Object.values(record?.artifacts ?? {})
  if (artifacts.every(({ build }) => build === loadedBuild)) return undefined
  return new InputError(
    `The run ${name} of ${record!.made_at.slice(0, 10)} was made by another build of the library (${record!.version}), and the laws of this one cannot read its tables. Run \`causeway run\` to make it anew.`,
  )
}

function judgmentOf(laws: readonly Finding[], { evidence }: RunBasis): Judgment {
  const grave = laws.filter(({ severity }) => severity === 'critical')
  const count = (word: string) => laws.filter(({ severity }) => severity === word).length
  return {
    laws,
    critical: grave.length,
    warnings: count('warning'),
    notes: count('note'),
    consistent: isConsistent(laws),
    evidence,
    distrust: [...new Set(grave.map(({ distrust }) => distrust))],
  }
}

/** The judgment in one sentence. */
export function judgmentSentence(judgment: Judgment): string {
  const { laws, critical, warnings, consistent, distrust } = judgment
  const counted = `${laws.length} laws checked, ${critical} critically broken, ${warnings} warned of`
  const words = consistent
    ? `Consistent: ${counted}.`
    : `Not consistent: ${counted}. Distrust ${distrust.join('; ')}.`
  return `${words} ${evidenceSentence(judgment)}`
}

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  observed: 'spend and clicks come from files',
  'partly observed': 'what files do not tell of spend and clicks is declared or simulated',
  simulated: 'spend and clicks come from the market model, not from files',
}

/** How far the answer rests on what was observed. */
export function evidenceSentence({ evidence }: Pick<Judgment, 'evidence'>): string {
  return `Evidence: ${evidence} (${EVIDENCE[evidence]}).`
}

const MEANS = { pipeline: 'broken pipeline', reality: 'defect of the data' } as const
const GRAVITY = ['critical', 'warning', 'note', 'none']

/**
 * The judgment for a terminal: the sentence, a line for every law that is broken, the gravest first, and
 * how many hold in each stage.
 *
 * @param all a line for every law that holds as well. Default false.
 */
export function judgmentText(
  judgment: Judgment,
  notation: Notation,
  { all = false }: { readonly all?: boolean } = {},
): string {
  const broken = judgment.laws
    .filter(({ violations }) => violations > 0)
    .map((law) => ({ ...law, means: MEANS[law.impact], sample: law.sample.split('; ')[0] }))
    .sort(
      (a, b) =>
        GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity) ||
        b.amount_cents - a.amount_cents,
    )
  const parts = [judgmentSentence(judgment)]
  if (broken.length > 0) parts.push(textTable(broken, brokenColumns(notation), notation))
  parts.push(holdingText(judgment, notation, all))
  return parts.join('\n\n')
}

const brokenColumns = ({ money }: Notation) => ({
  severity: 'Severity',
  means: 'Means',
  law_id: 'Law',
  violations: 'Violations',
  amount_cents: `At stake (${money.symbol})`,
  exposure_bps: 'Of its figure',
  sample: 'For example',
  statement: 'What must hold',
})

function holdingText({ laws }: Judgment, notation: Notation, all: boolean): string {
  const holding = laws.filter(({ violations }) => violations === 0)
  if (all)
    return textTable(holding, { law_id: 'Law that holds', statement: 'What holds' }, notation)
  const stages = [...new Set(laws.map(({ stage }) => stage))].map((name) => {
    const of = laws.filter(({ stage }) => stage === name)
    return `${name} ${of.filter(({ violations }) => violations === 0).length} of ${of.length}`
  })
  return `Laws that hold: ${stages.join(', ')}.`
}
