import { expect, it } from 'vitest'
import { costTable, tablesOf } from './spark-events.mjs'

const event = (kind: string, fields: object) => JSON.stringify({ Event: kind, ...fields })
const started = (executionId: number, plan: string, rootExecutionId = executionId) =>
  event('org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart', {
    executionId,
    rootExecutionId,
    physicalPlanDescription: plan,
  })
const job = (execution: string, ...stages: number[]) =>
  event('SparkListenerJobStart', {
    'Stage IDs': stages,
    Properties: { 'spark.sql.execution.root.id': execution },
  })
const task = (stage: number, cpuSeconds: number, written: number, read: number) =>
  event('SparkListenerTaskEnd', {
    'Stage ID': stage,
    'Task Metrics': {
      'Executor CPU Time': cpuSeconds * 1e9,
      'Disk Bytes Spilled': 7,
      'Shuffle Write Metrics': { 'Shuffle Bytes Written': written },
      'Shuffle Read Metrics': { 'Total Records Read': read },
    },
  })

const log = [
  started(3, 'Arguments: Storage(Location: file:/root/dwh-0a-1/fct_orders), parquet'),
  started(7, '(9) Window\nArguments: SinglePartition, ENSURE_REQUIREMENTS', 3),
  started(4, 'ShowTables'),
  started(5, 'Execute InsertIntoHadoopFsRelationCommand (64)'),
  job('3', 1, 2),
  job('4', 9),
  task(1, 2, 100, 0),
  task(2, 1, 0, 30),
  task(2, 1, 0, 10),
  task(9, 50, 50, 50),
]

it('tells what each table cost, and that of nothing else', () => {
  expect(tablesOf(log)).toEqual({
    fct_orders: {
      cpu_seconds: 4,
      shuffle_bytes: 100,
      spilled_bytes: 21,
      skew: 1.5,
      narrow: ['a window, and all rows of a step in one task'],
    },
  })
})

it('tells what a million orders cost at each size, and how that grew', () => {
  const of = (orders: number, cpu: number) => ({
    ...{ orders, seconds: 9, cpu_seconds: cpu + 1, node_seconds: 1 },
    tables: { t: { cpu_seconds: cpu, shuffle_bytes: 5e6, spilled_bytes: 0, skew: 1, narrow: [] } },
  })
  const text = costTable([of(100_000, 2), of(1_000_000, 30)])
  expect(text).toContain('| t | 20.0 | 30.0 | 1.50 | 5 | 0 | 1.00 |  |')
  expect(text).toContain('1,000,000 orders: 31 CPU s on Spark in all, 1 here, 9 s by the clock.')
})
