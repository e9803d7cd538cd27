import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { labArguments, labModule } from '../../src/jupyter/lab.js'
import { isolateVenv } from '../../src/jupyter/make.js'

const dir = mkdtempSync(join(tmpdir(), 'causeway-lab-'))
const notebooksDir = join(dir, 'notebooks')
mkdirSync(notebooksDir)
for (const name of ['02_b.ipynb', '01_a.ipynb']) writeFileSync(join(notebooksDir, name), '{}')
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('labModule', () => {
  it('prefers JupyterLab and falls back to the classic notebook', () => {
    expect(labModule({ jupyterlab: '4.3.1', notebook: '6.4.12' })).toBe('jupyterlab')
    expect(labModule({ jupyterlab: '2.0.0', notebook: '6.4.12' })).toBe('notebook')
    expect(labModule({ notebook: '6.4.12' })).toBe('notebook')
  })
})

describe('labArguments', () => {
  const lab = { module: 'jupyterlab', projectDir: dir, notebooksDir }

  it('opens the first notebook below the project', () => {
    const args = labArguments(lab)
    expect(args).toContain('--LabApp.default_url=/lab/tree/notebooks/01_a.ipynb')
    expect(args).toContain('--ServerApp.log_level=WARN')
    expect(args.filter((arg) => /port|browser/.test(arg))).toEqual([])
  })

  it('opens it at the root where the notebooks lie elsewhere', () => {
    const args = labArguments({ ...lab, projectDir: join(dir, 'elsewhere') })
    expect(args).toContain('--LabApp.default_url=/lab/tree/01_a.ipynb')
  })

  it('passes a port that it insists on, and no browser', () => {
    const args = labArguments({ ...lab, port: 9999, browser: false })
    expect(args).toEqual(
      expect.arrayContaining(['--port=9999', '--port-retries=0', '--no-browser']),
    )
  })

  it('leaves the address to the classic notebook', () => {
    expect(labArguments({ ...lab, module: 'notebook' }).join(' ')).not.toContain('LabApp')
  })
})

describe('isolateVenv', () => {
  it('says of the environment that its scripts are no modules, once', () => {
    const venv = join(dir, '.venv')
    isolateVenv(venv)
    expect(existsSync(join(venv, 'package.json'))).toBe(false)
    mkdirSync(venv)
    isolateVenv(venv)
    expect(JSON.parse(readFileSync(join(venv, 'package.json'), 'utf8'))).toEqual({
      type: 'commonjs',
    })
  })
})
