import type { StageName } from '../schema/artifact-names.js'
import type { WorkingTable } from './working/working-table.js'

/**
 * What a broken law means: `pipeline` proves that the pipeline is broken, however little is at stake;
 * `reality` is a defect of the data that a declared rule deals with, as grave as the money it touches.
 */
export type Impact = 'pipeline' | 'reality'

/** The figure that a broken law distorts, against which its money is measured. */
export type Figure = 'gmv' | 'profit' | 'spend'

/** How published tables break the way that a law must catch. */
export interface Fault {
  /**
   * One SELECT of one row: the victim's values by name, and what the law must then report, as
   * `cents` at stake or, without money, as `rows`.
   */
  readonly victim: string
  /** Statements that break published tables; `:name` stands for a value of the victim. */
  readonly breaks: string
}

/** One law over the published tables, as data. */
export interface Law {
  /** `<stage>.<name>`. */
  readonly id: string
  /** The artifact whose tables break when it does. */
  readonly stage: StageName
  /** The law in words. */
  readonly statement: string
  readonly impact: Impact
  readonly figure: Figure
  /** Figures to distrust when it is broken. */
  readonly distrust: string
  /** What a violation leaves over: money, or rows where no money is at stake. */
  readonly unit: 'cents' | 'rows'
  /** The assumptions that it rests on, `*` for every member: one that is missing is a violation. */
  readonly needs: readonly string[]
  /** Of which files it speaks: of a flat export alone, or of any that have the tables it names. */
  readonly files: 'export' | 'any'
  /** Tables that it shares with other laws. */
  readonly uses: readonly WorkingTable[]
  /**
   * One SELECT of `amount_cents` (money at stake, >= 0) and `sample` (which one), a row a violation.
   * It sees the artifacts by name, the working tables it uses and `assumed` (id, value as text).
   */
  readonly sql: string
  readonly fault: Fault
}

/** A law as it is declared within its stage: of impact `pipeline`, in cents of profit unless it says so. */
export type LawDeclaration = Pick<Law, 'statement' | 'distrust' | 'sql' | 'fault' | 'needs'> &
  Partial<Pick<Law, 'impact' | 'figure' | 'unit' | 'files' | 'uses'>> & { readonly name: string }

/** Makes the laws of one stage. */
export function lawsOf(stage: StageName, declared: readonly LawDeclaration[]): readonly Law[] {
  return declared.map(({ name, ...law }) => ({
    impact: 'pipeline',
    figure: 'profit',
    unit: 'cents',
    files: 'any',
    uses: [],
    ...law,
    id: `${stage}.${name}`,
    stage,
  }))
}
