import { commonMethods } from '../../../src/attribution/compare/methods.js'
import { curves, fadings, kernels } from '../../../src/response/index.js'
import { profitLines, sections } from '../../../src/schema/finance/profit-lines.js'
import { code, page, table } from './markdown.js'

interface Shape {
  readonly words: string
  readonly formula: string
  readonly source: string
}
const shapes = (list: readonly (readonly [string, Shape])[]) =>
  table(
    ['kind', 'what it says', 'formula', 'source'],
    list.map(([kind, { words, formula, source }]) => [code(kind), words, code(formula), source]),
  )

/** The parts that models are put together from: one file or one row each. */
export function partsPage(): string {
  return page(
    'Kernels, curves, methods and profit lines',
    'Each of these is one record in one place; everything that uses it reads the record.',
    '## Kernels: memory',
    'The weight of an impression k days old; weights are scaled to sum 1.',
    shapes(kernels.map((kernel) => [kernel.kind, kernel])),
    '## Curves: saturation',
    'The response to exposure x, as a multiple of capacity.',
    shapes(curves.map((curve) => [curve.kind, curve])),
    '## Fadings: the life of a click',
    'What is left of a lot at age a, with half-life h and window w; nothing at the window’s end.',
    shapes(Object.entries(fadings)),
    '## Methods of attribution',
    'What the click inventory is compared with.',
    table(
      ['method', 'definition', 'source'],
      commonMethods.map(({ id, definition, source }) => [code(id), definition, source]),
    ),
    '## Lines of the profit and loss',
    table(
      ['line', 'sign', 'first total', 'account', 'made from', 'rule'],
      profitLines.map(({ id, sign, section, account, restsOn, rule }) => [
        code(id),
        sign > 0 ? '+' : '-',
        sections[section],
        code(account),
        restsOn.join(', '),
        rule,
      ]),
    ),
  )
}
