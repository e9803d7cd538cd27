import { describe, expect, it } from 'vitest'
import { interpreterOf, probe } from '../../src/jupyter/find.js'

describe('interpreterOf', () => {
  it('reads the Python of an installed script', () => {
    expect(interpreterOf('#!/usr/bin/python3\nimport sys\n')).toBe('/usr/bin/python3')
    expect(interpreterOf('#!/opt/venv/bin/python3.12\n')).toBe('/opt/venv/bin/python3.12')
  })

  it('passes over shells, env and scripts without a first line of the kind', () => {
    expect(interpreterOf('#!/usr/bin/env bash\nexec pyenv "$@"\n')).toBeUndefined()
    expect(interpreterOf('#!/usr/bin/env python3\n')).toBeUndefined()
    expect(interpreterOf('import sys\n#!/usr/bin/python3\n')).toBeUndefined()
    expect(interpreterOf('')).toBeUndefined()
  })
})

describe('probe', () => {
  it('answers nothing for a Python that is not there', async () => {
    expect(await probe('/nowhere/bin/python')).toBeUndefined()
  })

  it('answers nothing for a program that is no Python', async () => {
    expect(await probe(process.execPath)).toBeUndefined()
  })
})
