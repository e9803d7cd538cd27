import { EVERYTHING } from './basis.js'
import { type ArtifactSchema, cents, count, day, flag, integer, text } from './column.js'

/** `judgment`: may the figures be trusted? */
export const judgmentTables = {
  laws: {
    about:
      'One law over the published tables, how often it is broken and what is at stake. Severity: none (it holds), note, warning or critical.',
    grain: ['law_id'],
    restsOn: EVERYTHING,
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
    restsOn: ['spend'],
    columns: {
      channel: text('The channel.'),
      date: day('The day.'),
      spend_cents: cents('What the plan spends on it.'),
    },
  },
  grounds: {
    about: 'One thing that money is made from at the bottom, and its basis in this run.',
    grain: ['ground'],
    columns: {
      ground: text('What it is.'),
      name: text('The same in words.'),
      basis: text("'observed', 'fitted', 'declared' or 'simulated'."),
    },
  },
  basis: {
    about:
      'One figure of the answer and what it rests on: its basis is the weakest of what it is made from.',
    grain: ['figure'],
    restsOn: EVERYTHING,
    columns: {
      figure: text('The figure: `verdict.<column>`, `line.<id>` or `channel.<id>.<column>`.'),
      amount_cents: cents('What it comes to; profit up, cost negative in lines.'),
      basis: text("'observed', 'fitted', 'declared' or 'simulated'."),
      rests_on: text("The grounds that it is made from, joined by ', '."),
    },
  },
  summary: {
    about: 'The two words on the run, in one row.',
    grain: [],
    columns: {
      consistent: flag('No law is critically broken.'),
      evidence: text(
        "How far spend and clicks were observed: 'observed', 'partly observed' or 'simulated'.",
      ),
    },
  },
} satisfies ArtifactSchema

/** The same, by name. */
export const judgmentSchema: ArtifactSchema = judgmentTables
