import { InputError } from '../errors.js'
import type { CellFailed } from './events.js'
import { KERNEL } from './kernelspec.js'
import type { Notebook } from './notebook.js'

/** A cell of a notebook did not end well; the message shows notebook, cell, source and error. */
export class NotebookError extends Error {
  override readonly name = 'NotebookError'
}

/** The error of a failed cell: an InputError when that is what the cell threw. */
export function cellError(failed: CellFailed, cellTimeoutSeconds: number): Error {
  const message = describeFailure(failed, cellTimeoutSeconds)
  const isInput = /^InputError: /m.test(failed.error)
  return isInput ? new InputError(message) : new NotebookError(message)
}

/** Notebook, number of the cell, its source with line numbers, and what the kernel said. */
export function describeFailure(failed: CellFailed, cellTimeoutSeconds: number): string {
  const place = `${failed.name}.ipynb, cell [${failed.number}] of ${failed.of}`
  return [
    `${place}: ${reasonText(failed, cellTimeoutSeconds)}`,
    numbered(failed.source),
    cleanError(failed.error),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function reasonText(failed: CellFailed, cellTimeoutSeconds: number): string {
  switch (failed.reason) {
    case 'error':
      return 'it failed.'
    case 'timeout':
      return `it did not finish within ${cellTimeoutSeconds} s; the kernel was ended.`
    case 'kernel-died':
      return 'the kernel died under it.'
    case 'unhandled-rejection':
      return 'a promise was rejected that nothing awaits; await every call.'
  }
}

function numbered(source: string): string {
  const lines = source.split('\n')
  const width = `${lines.length}`.length
  return lines.map((line, index) => `  ${`${index + 1}`.padStart(width)} | ${line}`).join('\n')
}

/** What tslab printed, less the frames of node, of tslab and of the compiled cell, and said once. */
export function cleanError(error: string): string {
  const withoutHead = error.replace(/^evalmachine\.<anonymous>:\d+\n(?:.*\n)*?\s*\^+\n\n/, '')
  const lines = withoutHead
    .split('\n')
    .filter((line) => !/^\s+at .*(?:node:|tslab\/dist|tslab\\dist|evalmachine\.)/.test(line))
  return lines
    .filter((line, index) => line !== lines[index - 1])
    .join('\n')
    .trim()
}

/** What stands in the place of a notebook that failed: its title, and what failed. No figure of it is shown. */
export function failurePage(title: string, message: string): Notebook {
  const indented = message.replace(/^/gm, '    ')
  const source = `# ${title}\n\n**This notebook did not run to its end, so none of its figures are shown.** The others are not touched by that.\n\n${indented}`
  const cell = { cell_type: 'markdown' as const, id: 'failed', metadata: {}, source }
  return { cells: [cell], metadata: { kernelspec: KERNEL }, nbformat: 4, nbformat_minor: 5 }
}
