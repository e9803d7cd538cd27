import { comparisonSection } from '../variance/section.js'
import { cashDetail } from './cash-detail.js'
import { customersDetail } from './customers-detail.js'
import { decisionsDetail } from './decisions.js'
import { balanceDetail, basisDetail, channelsDetail, profitDetail } from './details.js'
import type { SectionMaker, StatementSection } from './document.js'
import { judgmentDetail, ledgerDetail, runDetail } from './provenance.js'
import { sellersDetail } from './sellers.js'
import type { Statement } from './statement.js'

/** What the money came to. */
const money: readonly SectionMaker[] = [
  profitDetail,
  channelsDetail,
  decisionsDetail,
  customersDetail,
  sellersDetail,
  balanceDetail,
  cashDetail,
]

/** Where the figures come from. */
const provenance: readonly SectionMaker[] = [basisDetail, judgmentDetail, ledgerDetail, runDetail]

/** What stands behind the first page, in its order. */
export function detail(statement: Statement): StatementSection[] {
  const { comparisons, notation } = statement
  const against = comparisons.found.map((one) => comparisonSection(one, notation))
  const sections = (makers: readonly SectionMaker[]) =>
    makers.flatMap((make) => make(statement) ?? [])
  return [...sections(money), ...against, ...sections(provenance)]
}
