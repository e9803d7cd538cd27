import type { AssumptionChange } from '../assumptions/index.js'
import { moneyFormat } from '../format/index.js'
import { stageNames } from '../schema/artifact-names.js'
import { changedAssumptions } from './changed.js'
import type { RunAnswer } from './manifest.js'
import type { Workbench } from './workbench.js'

/** One line of the card that says what a workbench shows. */
export interface CardLine {
  readonly what: string
  readonly value: string
}

const CHANGES_SHOWN = 5

/** What a workbench shows: data, period, run, changed assumptions, stages done, verdict. */
export function workbenchCard(workbench: Workbench): CardLine[] {
  const { record, settings } = workbench
  const { dataDir, seed, preset } = settings
  return [
    { what: 'Run', value: runLine(workbench) },
    { what: 'Data', value: dataDir },
    { what: 'Period', value: periodWords(record?.answer) },
    { what: 'Settings', value: `seed ${seed}, preset ${preset}${planWords(workbench)}` },
    { what: 'Changed', value: changesWords(workbench) },
    { what: 'Stages done', value: doneWords(workbench) },
    { what: 'Verdict', value: verdictWords(workbench) },
  ]
}

/** The card for a terminal or the text of a cell. */
export function cardText(workbench: Workbench): string {
  return workbenchCard(workbench)
    .map(({ what, value }) => `${what.padEnd(13)}${value}`)
    .join('\n')
}

function runLine({ name, record }: Workbench): string {
  const run = name ?? 'a scenario, not published'
  return record ? `${run}, made ${record.made_at.slice(0, 16).replace('T', ' ')} UTC` : run
}

function periodWords(answer: RunAnswer | null | undefined): string {
  return answer ? `${answer.first_date} to ${answer.last_date}` : 'known after stage finance'
}

function planWords({ spendPlan }: Workbench): string {
  return spendPlan ? ', a spend plan given by hand' : ''
}

function changesWords(workbench: Workbench): string {
  const { own: changed } = changedAssumptions(workbench.settings)
  if (changed.length === 0) return 'no assumption'
  const shown = changed.slice(0, CHANGES_SHOWN).map(changeText)
  const more = changed.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function changeText({ id, a, b }: AssumptionChange): string {
  return b === null ? `${id} left out` : a === null ? `${id} ${b}` : `${id} ${a} -> ${b}`
}

function doneWords({ record }: Workbench): string {
  const done = stageNames.filter((name) => record?.artifacts[name])
  return done.length === 0 ? 'none yet: await workbench.run()' : done.join(', ')
}

function verdictWords({ record, assumptions }: Workbench): string {
  if (!record?.answer) return 'none yet'
  const { contribution_after_marketing_cents: net } = record.answer
  const currency = assumptions.text('place.currency')
  const money = moneyFormat({ currency, locale: assumptions.text('place.locale') })
  return `${net < 0 ? 'lost' : 'made'} ${money.exact(Math.abs(net))} (accrual)`
}
