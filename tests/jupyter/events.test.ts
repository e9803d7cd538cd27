import { describe, expect, it } from 'vitest'
import { describeEvent, parseEvent } from '../../src/jupyter/events.js'

describe('parseEvent', () => {
  it('reads a line of the driver', () => {
    expect(parseEvent('{"event": "cell", "name": "a", "number": 2, "of": 7}')).toEqual({
      event: 'cell',
      name: 'a',
      number: 2,
      of: 7,
    })
  })

  it('passes over anything else that reaches standard output', () => {
    expect(parseEvent('')).toBeUndefined()
    expect(parseEvent('0.00s - Debugger warning')).toBeUndefined()
    expect(parseEvent('{"other": 1}')).toBeUndefined()
  })
})

describe('describeEvent', () => {
  it('shows the cell that runs on a live line only', () => {
    expect(describeEvent({ event: 'cell', name: '02_build', number: 3, of: 12 })).toEqual({
      text: '02_build: cell 3 of 12',
      transient: true,
    })
  })

  it('leaves one lasting line for each notebook', () => {
    expect(
      describeEvent({ event: 'notebook-done', name: '02_build', cells: 12, seconds: 6.04 }),
    ).toEqual({ text: '02_build: 12 cells in 6.0 s', transient: false })
  })

  it('keeps quiet about what a person need not know', () => {
    expect(describeEvent({ event: 'kernel', pid: 12 })).toBeUndefined()
    expect(describeEvent({ event: 'fault', message: 'no kernel' })).toBeUndefined()
  })
})
