import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jupyterEnvironment, kernelSpec } from '../../src/jupyter/kernelspec.js'

describe('kernelSpec', () => {
  it('starts the kernel by absolute paths with the connection file as its argument', () => {
    expect(kernelSpec({ node: '/opt/node', kernel: '/project/dist/jupyter/kernel.js' })).toEqual({
      argv: ['/opt/node', '/project/dist/jupyter/kernel.js', '{connection_file}'],
      display_name: 'TypeScript',
      language: 'typescript',
    })
  })
})

describe('jupyterEnvironment', () => {
  it("keeps Jupyter's own files inside the project", () => {
    const env = jupyterEnvironment('/project', {})
    const data = join('/project', '.causeway', 'jupyter')
    expect(env.JUPYTER_PATH).toBe(data)
    expect(env.JUPYTER_DATA_DIR).toBe(data)
    expect(env.JUPYTER_RUNTIME_DIR).toBe(join(data, 'runtime'))
  })

  it("puts the project's kernel before others and passes the rest on", () => {
    const env = jupyterEnvironment('/project', { JUPYTER_PATH: '/other', CAUSEWAY_DATA: '/data' })
    expect(env.JUPYTER_PATH?.split(delimiter).at(-1)).toBe('/other')
    expect(env.CAUSEWAY_DATA).toBe('/data')
  })
})
