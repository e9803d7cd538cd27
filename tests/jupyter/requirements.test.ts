import { describe, expect, it } from 'vitest'
import { atLeast, missing } from '../../src/jupyter/requirements.js'

const COMPLETE = {
  nbclient: '0.7.2',
  nbconvert: '6.5.3',
  nbformat: '5.5.0',
  jupyter_client: '7.4.9',
}
const names = (needs: readonly { package: string }[]) => needs.map((need) => need.package)

describe('atLeast', () => {
  it.each([
    ['6.10', '6.9', true],
    ['6.9', '6.10', false],
    ['7', '6.5', true],
    ['0.7', '0.7', true],
    ['0.7.0rc1', '0.7', true],
    ['5', '5.4', false],
  ])('%s is at least %s: %s', (version, oldest, expected) => {
    expect(atLeast(version, oldest)).toBe(expected)
  })
})

describe('missing', () => {
  it('finds nothing wrong with all packages new enough', () => {
    expect(missing(COMPLETE, 'execute')).toEqual([])
  })

  it('names what is absent and what is too old', () => {
    expect(names(missing({ ...COMPLETE, nbconvert: '5.6.1' }, 'execute'))).toEqual(['nbconvert'])
    const { nbclient: _, ...rest } = COMPLETE
    expect(names(missing(rest, 'execute'))).toEqual(['nbclient'])
  })

  it('asks for JupyterLab only to work by hand, and takes the classic notebook for it', () => {
    expect(names(missing(COMPLETE, 'lab'))).toEqual(['jupyterlab'])
    expect(missing({ ...COMPLETE, jupyterlab: '4.2.0' }, 'lab')).toEqual([])
    expect(missing({ ...COMPLETE, notebook: '6.4.12' }, 'lab')).toEqual([])
  })
})
