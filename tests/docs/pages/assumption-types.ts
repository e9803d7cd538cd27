import type { Definition } from '../../../src/assumptions/definition.js'
import { definitions } from '../../../src/assumptions/registry.js'

const LINE = 100

/** The registry as the compiler knows it: ids, and what their values are. */
export function assumptionTypes(): string {
  return [
    '/** Every assumption and the type of its value, `*` for any member. Written by `npm run docs`; do not edit. */',
    'export interface AssumptionTypes {',
    ...definitions.map(lineOf),
    '}\n',
  ].join('\n')
}

/** Words of a choice stand there where they fit into a line; all are checked at run time. */
function lineOf(definition: Definition): string {
  const { id, choices } = definition
  const words = choices?.map((choice) => `'${choice}'`).join(' | ')
  const line = `  '${id}': ${words ?? typeOf(definition)}`
  return line.length <= LINE ? line : `  '${id}': string`
}

function typeOf({ list, unit, value }: Definition): string {
  if (list) return 'readonly number[]'
  return unit === 'flag' ? 'boolean' : typeof value
}
