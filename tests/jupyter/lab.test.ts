import { describe, expect, it } from 'vitest'
import { labModule } from '../../src/jupyter/lab.js'

describe('labModule', () => {
  it('prefers JupyterLab and falls back to the classic notebook', () => {
    expect(labModule({ jupyterlab: '4.3.1', notebook: '6.4.12' })).toBe('jupyterlab')
    expect(labModule({ jupyterlab: '2.0.0', notebook: '6.4.12' })).toBe('notebook')
    expect(labModule({ notebook: '6.4.12' })).toBe('notebook')
  })
})
