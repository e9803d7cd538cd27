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
