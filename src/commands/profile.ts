import { writeFileSync } from 'node:fs'
import type { PlanStep } from '../engine/index.js'
import type { StageMeasurement } from '../workbench/index.js'
import { alignedTable } from './output.js'

/** Every measurement as a line, the longest first. */
export function profileLines(measured: readonly StageMeasurement[]): string {
  return alignedTable(
    ['stage', 'kind', 'name', 'seconds', 'cpu', 'rows', 'spilled'],
    measured
      .toSorted((a, b) => b.seconds - a.seconds)
      .map(({ stage, kind, name, seconds, cpu_seconds, rows, spilled_bytes }) => [
        ...[stage, kind, name],
        ...[seconds.toFixed(3), cpu_seconds.toFixed(3), rows, spilled_bytes],
      ]),
  )
}

/** Plans as they ran: an operator a line, with its own time and its rows. */
export function planLines({ name, plans }: StageMeasurement): string {
  const lines = (step: PlanStep, depth: number): string[] => [
    `${step.seconds.toFixed(3).padStart(8)} s ${String(step.rows).padStart(9)}  ${'  '.repeat(depth)}${step.operator}`,
    ...step.children.flatMap((child) => lines(child, depth + 1)),
  ]
  return [name, ...plans.flatMap((plan) => lines(plan, 0))].join('\n')
}

/**
 * Writes what was measured as a trace, for a flame view: chrome://tracing, Perfetto and speedscope
 * read it. Stages and their pieces lie in lanes, one a connection.
 */
export function writeTrace(path: string, measured: readonly StageMeasurement[]): void {
  const events = measured.map(({ stage, kind, name, started_ms, seconds, lane, ...rest }) => ({
    ...{ name, cat: `${stage} ${kind}`, ph: 'X', pid: 1, tid: lane },
    ...{ ts: Math.round(started_ms * 1000), dur: Math.round(seconds * 1e6) },
    args: { stage, kind, ...rest },
  }))
  writeFileSync(path, JSON.stringify({ traceEvents: events, displayTimeUnit: 'ms' }))
}
