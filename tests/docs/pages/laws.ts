import { laws } from '../../../src/judgment/index.js'
import { code, page, table } from './markdown.js'

/** Every law that a run must obey. */
export function lawsPage(): string {
  const stages = [...new Set(laws.map(({ stage }) => stage))]
  return page(
    'Laws',
    'Every law is one query over the published tables, on another path than the one that made the figures. `causeway check` runs them; `judgment.laws` holds what they found.',
    ...stages.flatMap((stage) => [
      `## ${stage}`,
      table(
        ['law', 'statement'],
        laws.filter((law) => law.stage === stage).map(({ id, statement }) => [code(id), statement]),
      ),
    ]),
  )
}
