import { type ArtifactSchema, cents, count, integer, text } from './column.js'

/** `judgment`: may the figures be trusted? */
export const judgmentSchema: ArtifactSchema = {
  laws: {
    about:
      'One law over the published tables, how often it is broken and what is at stake. Severity: none (it holds), note, warning or critical.',
    grain: ['law_id'],
    columns: {
      law_id: text('The law: `<stage>.<name>`.'),
      stage: text('The stage whose tables break when it does.'),
      statement: text('The law in words.'),
      impact: text("What breaks: 'law' conservation, 'figure' one figure, 'reality' the data."),
      violations: count('How often it is broken.'),
      amount_cents: cents('Money at stake, never negative.'),
      exposure: integer(
        'That money against GMV: 0 none, 1 under 0.01%, 2 under 1%, 3 from there on.',
        {
          unit: 'points',
        },
      ),
      propagation: integer('Stages up to finance that are made from the broken one.', {
        unit: 'stages',
      }),
      severity: text("'none' while it holds, else 'note', 'warning' or 'critical'."),
      distrust: text('Figures to distrust; empty while it holds.'),
      sample: text('Up to three violations by name.'),
    },
  },
  assumptions: {
    about: 'One assumption that the judged artifacts were made with, its value as text.',
    grain: ['id'],
    columns: {
      id: text('The assumption.'),
      value: text('Its value as text; a list as JSON.'),
      unit: text("What the value counts or is, e.g. 'bps'."),
      stage: text('The stage that uses it.'),
    },
  },
}
