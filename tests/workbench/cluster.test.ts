import { expect, test } from 'vitest'
import { Cluster } from '../../src/workbench/cluster.js'

const rootOf = (root: string) => new Cluster({ engine: 'sc://localhost', root }).root

test.each([
  ['/mnt/causeway', '/mnt/causeway'],
  ['/mnt/causeway//', '/mnt/causeway'],
  ['file:///mnt/my%20orders', '/mnt/my orders'],
  ['s3a://bucket/causeway/', 's3a://bucket/causeway'],
  ['gs://bucket', 'gs://bucket'],
  ['abfss://box@account.example/causeway', 'abfss://box@account.example/causeway'],
])('%s is the root %s', (root, expected) => expect(rootOf(root)).toBe(expected))

test.each(['causeway', './causeway', 'hdfs://name/causeway', '/mnt/cause*way', 's3a://b/[1]', ''])(
  '%s is no root',
  (root) =>
    expect(() => rootOf(root)).toThrow(/^root: got .*, allowed is what this machine and all/),
)
