import { type StageName, stageNames } from '../../schema/artifact-names.js'
import { schemas } from '../../schema/dictionary.js'
import { assumptionSections } from './assumption-section.js'
import type { DictionaryContext } from './context.js'
import { lawSections } from './law-section.js'
import { DICTIONARY, dictionaryLink } from './links.js'
import { roadFigure } from './road.js'
import { tableSection, workingSection } from './table-section.js'

const ABOUT: Readonly<Record<StageName, string>> = {
  raw: 'The files, every value as the text that stands there.',
  dwh: 'How reality is observed: a star of facts and dimensions.',
  market: 'Spend becomes clicks, with memory.',
  attribution: 'Orders consume an inventory of clicks.',
  finance: 'What every order earned and cost, and whether the business made money.',
  judgment: 'Whether the figures may be trusted.',
  decisions: 'What marketing caused, and what should change.',
}

/** Every table, column, model, law and assumption, and how they hang together. */
export function dictionaryBody(context: DictionaryContext): string {
  return [
    '<h1>Data dictionary and lineage</h1>',
    '<p>Every table that a run publishes: what one row is, what each column means, what it is made from, what it assumes, and which laws guard it. Money is in whole cents of the currency, rates are in basis points, timestamps are local.</p>',
    '<h2 id="road">From spend to verdict</h2>',
    '<p>The tables on the way of a unit of advertising money, from the file of spend to the verdict. Each leads to its entry.</p>',
    roadFigure(context.lineage),
    ...stageNames.map((stage) => stageSection(stage, context)),
    '<h2 id="on-the-way">Tables on the way</h2>',
    '<p>Not published: they exist while a stage is made, and are shared by its models.</p>',
    ...[...context.lineage.values()]
      .filter(({ isPublished }) => !isPublished)
      .map((line) => workingSection(line, context)),
    '<h2 id="laws">Laws</h2>',
    '<p>Each law is one SELECT over the published tables, on another path than the one that made the figures. What it finds is a violation.</p>',
    lawSections(context),
    '<h2 id="assumptions">Assumptions</h2>',
    '<p>The values in force in this run. <code>data/assumptions.yaml</code> changes them.</p>',
    assumptionSections(context),
  ].join('\n')
}

function stageSection(stage: StageName, context: DictionaryContext): string {
  const tables = Object.entries(schemas[stage]).map(([name, schema]) => ({
    table: `${stage}.${name}`,
    schema,
  }))
  const links = tables.map(({ table }) => dictionaryLink('table', table, DICTIONARY))
  return [
    `<h2 id="${stage}">${stage}</h2>`,
    `<p>${ABOUT[stage]}</p>`,
    `<p class="links">${links.join(', ')}</p>`,
    ...tables.map(({ table, schema }) => tableSection(table, schema, context)),
  ].join('\n')
}
