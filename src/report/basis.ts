import type { RunBasis } from '../judgment/index.js'
import { type Basis, bases, type Ground } from '../schema/basis.js'
import { profitLines, sectionNumber, sections } from '../schema/finance/profit-lines.js'
import type { Statement } from './statement/statement.js'

const FILE = 'marketing_spend.csv'

/** The basis of one figure, e.g. `line.commission`; null where the run has no such figure. */
export function figureBasis({ figures }: RunBasis, figure: string): Basis | null {
  return figures.find((one) => one.figure === figure)?.basis ?? null
}

/** What the answer rests on: spend and clicks, the subscriptions, and how much hangs on each basis. */
export function basisSentences(statement: Statement): string[] {
  return [
    marketingSentence(statement),
    ...subscriptionSentences(statement),
    amountsSentence(statement),
  ]
}

function basisOfGround({ grounds }: RunBasis, ground: Ground): Basis {
  return grounds.find((one) => one.ground === ground)!.basis
}

/** Where spend and clicks come from. What orders came by is computed by the market model in any run. */
function marketingSentence({ basis, notation, notes, head }: Statement): string {
  const [spend, clicks] = [basisOfGround(basis, 'spend'), basisOfGround(basis, 'clicks')]
  if (basis.channels.length === 0) return 'No channel is paid.'
  if (spend === 'simulated') {
    const has = (id: string) => notes.some(({ note_id }) => note_id === id)
    const why = has('file_not_used') ? `${FILE} is not used` : `no ${FILE}`
    const unread = has('unread_files') ? ', and a file of the folder that was not read' : ''
    return `Spend, clicks and what they bought are simulated: ${why}${unread}.`
  }
  const from = head.files.some(({ file_name }) => file_name.startsWith(FILE)) ? FILE : 'from files'
  const paid = spend === 'observed' ? `Spend is observed (${from})` : 'Spend is a plan by hand'
  if (clicks === 'observed') return `${paid}, and so are clicks; what they bought is simulated.`
  const seen = basis.channels.filter((one) => one.clicks === 'observed')
  const names = seen.map(({ channel }) => notation.nameOf(channel)).join(', ')
  return names === ''
    ? `${paid}; clicks and what they bought are simulated.`
    : `${paid}; clicks are observed for ${names} only, and what clicks bought is simulated.`
}

/** The lines of contribution after marketing. */
const linesUpToMarketing = profitLines.filter(
  (line) =>
    sectionNumber(line) <= Object.keys(sections).indexOf('contribution_after_marketing') + 1,
)

/** How much of the result are subscriptions: their prices are declared, and they can carry it all. */
function subscriptionSentences({ verdict, lines, notation }: Statement): string[] {
  const { exact } = notation.money
  const net = verdict.contribution_after_marketing_cents
  const earned = lines.find(({ line }) => line === 'subscription_revenue')?.cohort_cents ?? 0
  if (earned === 0) return []
  const rest = net - earned
  return rest >= 0
    ? [
        `Of the contribution of ${exact(net)}, ${exact(earned)} is subscriptions whose prices are declared.`,
      ]
    : [
        `Subscriptions whose prices are declared are ${exact(earned)}; without them it is a loss of ${exact(-rest)}.`,
      ]
}

/** The result by the basis of its lines. */
function amountsSentence({ basis, lines, verdict, notation }: Statement): string {
  const sums = new Map<Basis, number>()
  const { exact } = notation.money
  for (const { id } of linesUpToMarketing) {
    const found = figureBasis(basis, `line.${id}`)!
    const cents = lines.find(({ line }) => line === id)?.cohort_cents ?? 0
    sums.set(found, (sums.get(found) ?? 0) + cents)
  }
  const parts = bases.flatMap((one) => {
    const cents = sums.get(one)
    return cents === undefined ? [] : [`${exact(cents)} ${one}`]
  })
  return `By what its lines rest on, ${exact(verdict.contribution_after_marketing_cents)} is the sum of ${parts.join(', ')}.`
}
