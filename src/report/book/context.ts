import type { Notation } from '../../format/index.js'
import type { Finding } from '../../judgment/index.js'
import type { GroundBases } from '../../schema/basis.js'
import type { TableLineage } from '../lineage/lineage.js'
import type { AssumptionGroup } from './assumption-groups.js'
import type { BookNotebook } from './notebook-page.js'

/** What the dictionary tells of one run. */
export interface DictionaryContext {
  readonly notation: Notation
  readonly lineage: ReadonlyMap<string, TableLineage>
  /** What the laws found; empty where the run has not been judged. */
  readonly findings: ReadonlyMap<string, Finding>
  /** What each ground rests on in this run; undefined where no market was made. */
  readonly bases: GroundBases | undefined
  readonly assumptions: readonly AssumptionGroup[]
  readonly notebooks: readonly BookNotebook[]
}
