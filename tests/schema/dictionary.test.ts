import { describe, expect, it } from 'vitest'
import { dictionary, schemas } from '../../src/schema/dictionary.js'

const entries = dictionary()
const named = ({ table, column }: { table: string; column: string }) => `${table}.${column}`

describe('dictionary', () => {
  it('tells what a column is', () => {
    expect(entries.find((entry) => named(entry) === 'market.spend_release.cost_cents')).toEqual({
      table: 'market.spend_release',
      column: 'cost_cents',
      type: 'BIGINT',
      about: "This part of the day's spend.",
      unit: 'cents',
      isKey: false,
    })
  })

  it('has a meaning of one sentence or more for every column', () => {
    expect(entries.filter(({ about }) => !/^[^a-z\s].{2,118}[.]$/.test(about)).map(named)).toEqual(
      [],
    )
  })

  it('holds money as whole cents, and nothing else as money', () => {
    const money = (column: string) => column.endsWith('_cents')
    expect(
      entries
        .filter(
          ({ column, type, unit }) => money(column) !== (unit === 'cents' && type === 'BIGINT'),
        )
        .map(named),
    ).toEqual([])
  })

  it('tells the unit of every number that is not whole', () => {
    expect(entries.filter(({ type, unit }) => type === 'DOUBLE' && unit === '').map(named)).toEqual(
      [],
    )
  })

  it('names the grain of a table by its own columns', () => {
    const strangers = Object.entries(schemas).flatMap(([artifact, tables]) =>
      Object.entries(tables).flatMap(([name, { grain, columns }]) =>
        grain
          .filter((column) => !(column in columns))
          .map((column) => `${artifact}.${name}.${column}`),
      ),
    )
    expect(strangers).toEqual([])
  })
})
