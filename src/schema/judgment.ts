import { type ArtifactSchema, cents, count, day, integer, text } from './column.js'

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
      impact: text(
        "What a violation means: 'pipeline' proves a broken pipeline, 'reality' is a defect of the data.",
      ),
      violations: count('How often it is broken.'),
      amount_cents: cents('Money at stake, never negative.'),
      figure: text("The figure that a violation distorts: 'gmv', 'profit' or 'spend'."),
      exposure_bps: integer('The money at stake as a share of that figure, 10,000 at most.'),
      propagation: integer('Stages up to finance that are made from the broken one.', {
        unit: 'stages',
      }),
      severity: text("'none' while it holds, else 'note', 'warning' or 'critical'."),
      distrust: text('Figures to distrust; empty while it holds.'),
      sample: text('Up to three violations by name.'),
    },
  },
  assumptions: {
    about:
      'One assumption that the judged artifacts were made with, or the seed or the minor units of the currency, its value as text.',
    grain: ['id'],
    columns: {
      id: text("The assumption, 'seed' or 'minor_units'."),
      value: text('Its value as text; a list as JSON.'),
      unit: text("What the value counts or is, e.g. 'bps'."),
      stage: text('The stage that uses it.'),
    },
  },
  spend_plan: {
    about:
      'One channel and day of a spend plan given by hand; empty where the assumed plan was in force.',
    grain: ['channel', 'date'],
    columns: {
      channel: text('The channel.'),
      date: day('The day.'),
      spend_cents: cents('What the plan spends on it.'),
    },
  },
}
