import {
  allowedWords,
  type Collection,
  reasoned,
  units,
} from '../../../src/assumptions/definition.js'
import { presetNames } from '../../../src/assumptions/index.js'
import { collections, definitions } from '../../../src/assumptions/registry.js'
import { code, page, table } from './markdown.js'

/** Every assumption: what it is, what it may be, why, and where it comes from. */
export function assumptionsPage(): string {
  const stages = [...new Set(definitions.map(({ stage }) => stage))]
  return page(
    'Assumptions',
    `Every value that the business, and not the data, decides. \`data/assumptions.yaml\` changes them; \`causeway run --preset\` takes one of ${presetNames.map(code).join(', ')} under that file. An id with a \`*\` is the field of every member of a collection; its default is what a member has that says nothing.`,
    ...stages.flatMap((stage) => [
      `## ${stage}`,
      table(
        ['id', 'default', 'unit', 'allowed', 'why', 'source'],
        definitions
          .filter((definition) => definition.stage === stage)
          .map((definition) => [
            code(definition.id),
            code(JSON.stringify(definition.value)),
            units[definition.unit].words,
            allowedWords(definition),
            definition.why,
            definition.source,
          ]),
      ),
    ]),
    '## Collections',
    'Members by default, with the values in which they differ from the defaults of the fields.',
    ...[...collections.values()].flatMap(collectionPart),
  )
}

function collectionPart({ id, members }: Collection): string[] {
  const rows = Object.entries(members).map(([member, values]) => [
    code(member),
    Object.entries(values)
      .map(([field, own]) => [field, reasoned(own).value] as const)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => `${field} ${JSON.stringify(value)}`)
      .join(', '),
  ])
  return [`### ${id}`, table(['member', 'values'], rows)]
}
