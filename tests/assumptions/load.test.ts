import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadAssumptions, presetNames } from '../../src/assumptions/index.js'
import { InputError } from '../../src/errors.js'

const ctr = 'market.channels.email_marketing.ctr_bps'
let dir: string
let file: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'causeway-'))
  file = join(dir, 'mine.yaml')
})
afterEach(() => rmSync(dir, { recursive: true }))

describe('loadAssumptions', () => {
  it('lays preset, file and changes over the registry', () => {
    writeFileSync(file, 'market:\n  channels:\n    email_marketing:\n      ctr_bps: 500\n')
    expect(loadAssumptions({ file }).number(ctr)).toBe(500)
    expect(loadAssumptions({ file, preset: 'reference' }).number(ctr)).toBe(500)
    expect(loadAssumptions({ file, changes: { [ctr]: 501 } }).number(ctr)).toBe(501)
  })

  it('takes a file of comments only', () => {
    writeFileSync(file, '# nothing yet\n')
    expect(loadAssumptions({ file }).rows()).toEqual(loadAssumptions().rows())
  })

  it.each([...presetNames])('accepts its own preset %s', (preset) => {
    expect(loadAssumptions({ preset }).rows().length).toBeGreaterThan(50)
  })

  it.each([
    ['market: [', 'is not valid YAML'],
    ['market: {}\nmarket: {}', 'is not valid YAML'],
    ['- a\n- b', 'allowed a mapping of names to values'],
    [`${ctr}: 3.5%`, '3.5% is 350.'],
  ])('refuses %j, naming the file', (text, message) => {
    writeFileSync(file, text)
    expect(() => loadAssumptions({ file })).toThrow(InputError)
    expect(() => loadAssumptions({ file })).toThrow(message)
    expect(() => loadAssumptions({ file })).toThrow(file)
  })

  it('refuses a file that is not there and a preset that is none', () => {
    expect(() => loadAssumptions({ file: join(dir, 'no.yaml') })).toThrow('no such file')
    expect(() => loadAssumptions({ file: dir })).toThrow('cannot be read')
    expect(() => loadAssumptions({ preset: 'huge' })).toThrow("preset: got 'huge', allowed default")
  })
})
