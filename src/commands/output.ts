import { styleText } from 'node:util'
import type { ProgressEvent } from '../workbench/index.js'

/** Where a command writes: results to stdout, progress to stderr. */
export function printResult(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/**
 * Progress on stderr: one live line on a terminal, plain lines elsewhere. Call `done` at the end.
 */
export function progressLine(stream: NodeJS.WriteStream = process.stderr) {
  let lastStage = ''
  return {
    tell(text: string): void {
      if (stream.isTTY) stream.write(`\r\u001b[2K${text.slice(0, (stream.columns || 80) - 1)}`)
      else stream.write(`${text}\n`)
    },
    stage({ stage, message }: ProgressEvent): void {
      if (!stream.isTTY && stage === lastStage) return
      lastStage = stage
      this.tell(`${stage}: ${message}`)
    },
    done(): void {
      if (stream.isTTY) stream.write('\r\u001b[2K')
    },
  }
}

type Style = Parameters<typeof styleText>[0]

/** Text in a colour, on a terminal that shows colours; NO_COLOR and FORCE_COLOR are honoured. */
export function styled(style: Style, text: string, stream: NodeJS.WriteStream): string {
  const { NO_COLOR, FORCE_COLOR } = process.env
  const hasColour = FORCE_COLOR
    ? FORCE_COLOR !== '0'
    : stream.isTTY && stream.hasColors() && !NO_COLOR
  return hasColour ? styleText(style, text) : text
}

type Cell = string | number | boolean | null

/** Rows as aligned columns of text: numbers stand right; line breaks are shown as spaces. */
export function alignedTable(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): string {
  const lines = rows.map((row) =>
    row.map((cell) => String(cell ?? '-').replace(/\s*[\r\n]\s*/g, ' ')),
  )
  const widths = columns.map((name, i) =>
    lines.reduce((most, line) => Math.max(most, line[i]!.length), name.length),
  )
  const isRight = columns.map((_, i) => rows.some((row) => typeof row[i] === 'number'))
  const lineOf = (line: readonly string[]) =>
    line
      .map((text, i) => (isRight[i] ? text.padStart(widths[i]!) : text.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd()
  return [
    lineOf(columns),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...lines.map(lineOf),
  ].join('\n')
}
