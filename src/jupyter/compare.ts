import { codeCells, type Notebook, type Output } from './notebook.js'

/** One cell whose output is not the committed one. */
export interface Difference {
  notebook: string
  /** The cell's number among the code cells, from 1. */
  cell: number
  /** Where they part: an output and a line of it, or that there are more or fewer of them. */
  place: string
  committed: string
  executed: string
}

/** Compares the outputs of two runs of one notebook, cell by cell; the first parting of each cell. */
export function compareNotebooks(
  name: string,
  committed: Notebook,
  executed: Notebook,
): Difference[] {
  const before = codeCells(committed)
  return codeCells(executed).flatMap((cell, index) => {
    const parting = compareOutputs(before[index]?.outputs ?? [], cell.outputs ?? [])
    return parting === undefined ? [] : [{ notebook: name, cell: index + 1, ...parting }]
  })
}

type Parting = Pick<Difference, 'place' | 'committed' | 'executed'>

function compareOutputs(
  committed: readonly Output[],
  executed: readonly Output[],
): Parting | undefined {
  const count = Math.min(committed.length, executed.length)
  for (let index = 0; index < count; index++) {
    const parting = compareOutput(committed[index]!, executed[index]!, index + 1)
    if (parting !== undefined) return parting
  }
  if (committed.length === executed.length) return undefined
  return {
    place: 'number of outputs',
    committed: `${committed.length}`,
    executed: `${executed.length}`,
  }
}

function compareOutput(committed: Output, executed: Output, number: number): Parting | undefined {
  const before = content(committed)
  const after = content(executed)
  if (before.kind !== after.kind) {
    return { place: `output ${number}`, committed: before.kind, executed: after.kind }
  }
  if (before.text === after.text) return undefined
  const old = before.text.split('\n')
  const now = after.text.split('\n')
  const line = old.findIndex((text, index) => text !== now[index])
  const at = line < 0 ? old.length : line
  return { place: `output ${number} (${before.kind}), line ${at + 1}`, ...around(old[at], now[at]) }
}

function content(output: Output): { kind: string; text: string } {
  if (output.output_type === 'stream')
    return { kind: output.name ?? 'stream', text: output.text ?? '' }
  const data = output.data ?? {}
  const texts = Object.values(data).map((value) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  )
  return { kind: Object.keys(data).join(', ') || output.output_type, text: texts.join('\n') }
}

const SHOWN = 120

/** The stretch of two lines around the first character in which they differ. */
function around(committed = '(no such line)', executed = '(no such line)'): Omit<Parting, 'place'> {
  let at = 0
  while (at < committed.length && committed[at] === executed[at]) at++
  const from = Math.max(0, at - SHOWN / 3)
  const cut = (text: string) => (from > 0 ? '…' : '') + text.slice(from, from + SHOWN)
  return { committed: cut(committed), executed: cut(executed) }
}

/** The differences as lines to print; empty when there are none. */
export function describeDifferences(differences: readonly Difference[]): string {
  return differences
    .map((difference) =>
      [
        `${difference.notebook}.ipynb, cell [${difference.cell}], ${difference.place}`,
        `  committed: ${difference.committed}`,
        `  executed:  ${difference.executed}`,
      ].join('\n'),
    )
    .join('\n')
}
