import {
  balanceDetail,
  basisDetail,
  cashDetail,
  channelsDetail,
  customersDetail,
  profitDetail,
} from './details.js'
import type { SectionMaker, StatementSection } from './document.js'
import { judgmentDetail, ledgerDetail, runDetail } from './provenance.js'
import type { Statement } from './statement.js'

const makers: readonly SectionMaker[] = [
  profitDetail,
  channelsDetail,
  customersDetail,
  balanceDetail,
  cashDetail,
  basisDetail,
  judgmentDetail,
  ledgerDetail,
  runDetail,
]

/** What stands behind the first page, in its order. */
export function detail(statement: Statement): StatementSection[] {
  return makers.flatMap((make) => make(statement) ?? [])
}
