import type { ArtifactSchema } from './column.js'

/** `judgment`: may the figures be trusted? */
export const judgmentSchema: ArtifactSchema = {
  laws: {
    about:
      'One law over the published tables, how often it is broken and what is at stake. Severity: none (it holds), note, warning or critical.',
    grain: ['law_id'],
    columns: {
      law_id: 'VARCHAR',
      stage: 'VARCHAR',
      statement: 'VARCHAR',
      impact: 'VARCHAR',
      violations: 'BIGINT',
      amount_cents: 'BIGINT',
      exposure: 'INTEGER',
      propagation: 'INTEGER',
      severity: 'VARCHAR',
      distrust: 'VARCHAR',
      sample: 'VARCHAR',
    },
  },
  assumptions: {
    about: 'One assumption that the judged artifacts were made with, its value as text.',
    grain: ['id'],
    columns: {
      id: 'VARCHAR',
      value: 'VARCHAR',
      unit: 'VARCHAR',
      stage: 'VARCHAR',
    },
  },
}
