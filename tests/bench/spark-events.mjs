// What Spark's event log says of the tables that a run made.

/**
 * Reads an event log.
 *
 * @param {string[]} lines one event each, as JSON
 * @returns of each table by its name: cpu_seconds, shuffle_bytes, spilled_bytes, skew (of the stage that read most
 *   shuffled rows, the most rows a task over their mean; 1 is even) and narrow (steps of its plan that do not spread)
 */
export function tablesOf(lines) {
  const tables = new Map()
  const tableOf = new Map()
  const executions = new Map()
  for (const line of lines) {
    const event = JSON.parse(line)
    const kind = event.Event.split('.').at(-1)
    if (kind === 'SparkListenerSQLExecutionStart') {
      const { executionId, rootExecutionId, physicalPlanDescription: plan } = event
      const name = tableIn(plan) ?? executions.get(String(rootExecutionId))
      if (!name) continue
      executions.set(String(executionId), name)
      if (!tables.has(name)) tables.set(name, blank())
      for (const step of narrowIn(plan)) tables.get(name).narrow.add(step)
    }
    if (kind === 'SparkListenerJobStart') {
      const name = executions.get(event.Properties?.['spark.sql.execution.root.id'])
      for (const stage of event['Stage IDs']) if (name) tableOf.set(stage, name)
    }
    if (kind === 'SparkListenerTaskEnd' && event['Task Metrics']) {
      const table = tables.get(tableOf.get(event['Stage ID']))
      if (table) addTask(table, event['Stage ID'], event['Task Metrics'])
    }
  }
  return Object.fromEntries([...tables].map(([name, table]) => [name, figuresOf(table)]))
}

function blank() {
  return { cpu: 0, shuffled: 0, spilled: 0, stages: new Map(), narrow: new Set() }
}

/** The folder that a statement fills is named as its table; what Spark does for it has the statement as its root. */
function tableIn(plan) {
  return /Storage\(Location: [^)]*\/([^/)]+)\)/.exec(plan)?.[1]
}

/** Steps of a plan whose work no more machines make shorter, as far as its text tells. */
function narrowIn(plan) {
  const steps = {
    'a window, and all rows of a step in one task': () =>
      /^\(\d+\) Window/m.test(plan) && plan.includes('Arguments: SinglePartition'),
    'a sort of all rows': () => plan.includes('Arguments: rangepartitioning'),
    'a nested loop': () => /BroadcastNestedLoopJoin|CartesianProduct/.test(plan),
  }
  return Object.keys(steps).filter((name) => steps[name]())
}

function addTask(table, stage, metrics) {
  table.cpu += metrics['Executor CPU Time'] / 1e9
  table.shuffled += metrics['Shuffle Write Metrics']['Shuffle Bytes Written']
  table.spilled += metrics['Disk Bytes Spilled']
  const rows = metrics['Shuffle Read Metrics']['Total Records Read']
  if (rows > 0) table.stages.set(stage, [...(table.stages.get(stage) ?? []), rows])
}

function figuresOf({ cpu, shuffled, spilled, stages, narrow }) {
  const sum = (rows) => rows.reduce((all, n) => all + n, 0)
  const largest = [...stages.values()].sort((a, b) => sum(b) - sum(a))[0] ?? [1]
  return {
    cpu_seconds: cpu,
    shuffle_bytes: shuffled,
    spilled_bytes: spilled,
    skew: (Math.max(...largest) * largest.length) / sum(largest),
    narrow: [...narrow],
  }
}

/** Markdown: what a million orders cost each table at each size, and how that grew with the last step. */
export function costTable(sizes) {
  const names = Object.keys(sizes.at(-1).tables)
  const perMillion = (size, name) => ((size.tables[name]?.cpu_seconds ?? 0) * 1e6) / size.orders
  const lines = names.map((name) => {
    const costs = sizes.map((size) => perMillion(size, name))
    const [before, last] = [costs.at(-2), costs.at(-1)]
    const growth = before ? (last / before).toFixed(2) : ''
    const { shuffle_bytes, spilled_bytes, skew, narrow } = sizes.at(-1).tables[name]
    const bytes = [shuffle_bytes, spilled_bytes].map((n) =>
      Math.round(n / sizes.at(-1).orders).toString(),
    )
    const cells = [name, ...costs.map((cost) => cost.toFixed(1)), growth, ...bytes, skew.toFixed(2)]
    return `| ${[...cells, narrow.join(', ')].join(' | ')} |`
  })
  const heads = sizes.map(({ orders }) => `CPU s a million, of ${orders.toLocaleString('en')}`)
  const head = ['table', ...heads, 'grown', 'shuffled B', 'spilled B', 'skew', 'narrow']
  return [
    `| ${head.join(' | ')} |`,
    `|---|${'--:|'.repeat(head.length - 2)}---|`,
    ...lines,
    ...sizes.map(
      ({ orders, cpu_seconds, node_seconds, seconds }) =>
        `\n${orders.toLocaleString('en')} orders: ${cpu_seconds.toFixed(0)} CPU s on Spark in all, ${node_seconds.toFixed(0)} here, ${seconds.toFixed(0)} s by the clock.`,
    ),
  ].join('\n')
}
