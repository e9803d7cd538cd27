import type { Progress } from './progress.js'

/** Why a cell did not end well. */
export type FailureReason = 'error' | 'timeout' | 'kernel-died' | 'unhandled-rejection'

export interface CellFailed {
  event: 'failed'
  name: string
  number: number
  of: number
  reason: FailureReason
  source: string
  error: string
}

export interface CellDone {
  event: 'cell-done'
  name: string
  number: number
  of: number
  seconds: number
  /** The statements that the cell put to the artifacts, in order. */
  asked: string[]
}

/** What execute.py and render.py tell, one line of JSON each. */
export type DriverEvent =
  | { event: 'kernel'; pid: number }
  | { event: 'kernel-end'; pid: number }
  | { event: 'notebook'; name: string; cells: number }
  | { event: 'cell'; name: string; number: number; of: number }
  | CellDone
  | CellFailed
  | { event: 'notebook-done'; name: string; cells: number; seconds: number }
  | { event: 'rendered'; name: string; seconds: number }
  | { event: 'fault'; message: string }

/** Reads one line of the driver; undefined for a line that is not an event. */
export function parseEvent(line: string): DriverEvent | undefined {
  if (!line.startsWith('{"event":')) return undefined
  return JSON.parse(line) as DriverEvent
}

/** The line that an event shows a waiting person, if any. */
export function describeEvent(event: DriverEvent): Progress | undefined {
  switch (event.event) {
    case 'notebook':
      return { text: `${event.name}: starting the kernel`, transient: true }
    case 'cell':
      return { text: `${event.name}: cell ${event.number} of ${event.of}`, transient: true }
    case 'notebook-done':
      return {
        text: `${event.name}: ${event.cells} cells in ${event.seconds.toFixed(1)} s`,
        transient: false,
      }
    case 'rendered':
      return { text: `${event.name}: rendered`, transient: true }
    default:
      return undefined
  }
}
