import { KERNEL } from './kernelspec.js'
import type { Cell, Notebook, Output } from './notebook.js'

/** What tslab says of its language, fixed so that bytes don't depend on who wrote the notebook. */
const LANGUAGE = {
  codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
  file_extension: '.ts',
  mimetype: 'text/typescript',
  name: 'typescript',
  version: '3.7.2',
}

/**
 * The source notebook with the outputs of its execution and nothing that changes from run to run:
 * cells, ids and their metadata come from the source, no times are kept, and text that a cell printed
 * in several writes is one output. The same code on the same data gives the same bytes.
 */
export function normalise(source: Notebook, executed: Notebook): Notebook {
  const cells = source.cells.map((cell, index) => normaliseCell(cell, executed.cells[index], index))
  return {
    cells,
    metadata: { kernelspec: KERNEL, language_info: LANGUAGE },
    nbformat: 4,
    nbformat_minor: 5,
  }
}

function normaliseCell(cell: Cell, executed: Cell | undefined, index: number): Cell {
  const { execution: _, ...metadata } = cell.metadata
  const kept: Cell = {
    cell_type: cell.cell_type,
    id: cell.id ?? `cell-${index + 1}`,
    metadata,
    source: cell.source,
  }
  if (cell.cell_type !== 'code') return kept
  return {
    ...kept,
    execution_count: executed?.execution_count ?? null,
    outputs: mergeStreams(executed?.outputs ?? []),
  }
}

function mergeStreams(outputs: readonly Output[]): Output[] {
  const merged: Output[] = []
  for (const output of outputs) {
    const last = merged.at(-1)
    if (
      output.output_type === 'stream' &&
      last?.output_type === 'stream' &&
      last.name === output.name
    ) {
      last.text = (last.text ?? '') + (output.text ?? '')
    } else {
      merged.push({ ...output })
    }
  }
  return merged
}
