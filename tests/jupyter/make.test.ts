import { describe, expect, it } from 'vitest'
import { whatToInstall } from '../../src/jupyter/make.js'

describe('whatToInstall', () => {
  it('says why, what is needed and how to get it', () => {
    const message = whatToInstall('pip said: no route to host', 'execute')
    expect(message).toContain('none could be installed (pip said: no route to host)')
    expect(message).toContain('Python >= 3.9 with nbclient >= 0.7')
    expect(message).toContain('.venv/bin/python -m pip install nbclient nbconvert nbformat\n')
    expect(message).toContain('apt-get install jupyter-nbconvert jupyter-notebook')
  })

  it('adds JupyterLab where notebooks are worked on by hand', () => {
    expect(whatToInstall('', 'lab')).toContain('nbformat jupyterlab\n')
  })
})
