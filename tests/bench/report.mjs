import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const WORSE = 1.3

/**
 * Every measurement over that of loading alone, by processor time: the clock of a busy machine tells
 * little, and a ratio within one run stays when the machine changes.
 */
export function ratiosOf(measurements) {
  const loading = measurements['loading alone'].cpu_seconds
  const over = Object.entries(measurements).filter(([name]) => name !== 'loading alone')
  return Object.fromEntries(over.map(([name, { cpu_seconds }]) => [name, cpu_seconds / loading]))
}

/** Markdown: ratios first, beside those of the last report; then seconds and memory. */
export function table(title, measurements, last = {}) {
  const ratios = ratiosOf(measurements)
  const lines = Object.entries(measurements).map(([name, { seconds, cpu_seconds, peak_mb }]) => {
    const before = last[name] === undefined ? '' : last[name].toFixed(2)
    const cells = [name, (ratios[name] ?? 1).toFixed(2), before, seconds.toFixed(2)]
    return `| ${[...cells, cpu_seconds.toFixed(2), peak_mb ?? ''].join(' | ')} |`
  })
  return [
    `## ${title}`,
    '',
    '| what | times loading | last time | seconds | processor | peak MB |',
    '|---|--:|--:|--:|--:|--:|',
    ...lines,
    '',
  ].join('\n')
}

/** Writes the report as a table and as JSON. */
export function write(folder, text, reports) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'bench.md'), text)
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(reports, null, 2)}\n`)
}

/** The report that stands in a folder; empty where there is none. */
export function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

/** Ratios that are over 30% worse than those of the baseline, in words. */
export function regressions(ratios, baseline) {
  return Object.entries(baseline)
    .filter(([name, ratio]) => ratios[name] > ratio * WORSE)
    .map(
      ([name, ratio]) =>
        `${name}: ${ratios[name].toFixed(2)} times loading, the baseline has ${ratio.toFixed(2)}`,
    )
}
