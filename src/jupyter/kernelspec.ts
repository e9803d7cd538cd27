import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What every notebook's metadata names, so that a plain installation of tslab runs it too. */
export const KERNEL = { name: 'tslab', display_name: 'TypeScript', language: 'typescript' } as const

/** The content of kernel.json: node and the kernel by their absolute paths. */
export function kernelSpec(paths: { node: string; kernel: string }): Record<string, unknown> {
  return {
    argv: [paths.node, paths.kernel, '{connection_file}'],
    display_name: KERNEL.display_name,
    language: KERNEL.language,
  }
}

/** Registers the kernel in the project's `.causeway/jupyter`; the user's own Jupyter stays as it is. */
export function registerKernel(projectDir: string): void {
  const folder = join(dataDir(projectDir), 'kernels', KERNEL.name)
  const kernel = fileURLToPath(new URL('./kernel.js', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const spec = kernelSpec({ node: process.execPath, kernel })
  writeFileSync(join(folder, 'kernel.json'), `${JSON.stringify(spec, null, 2)}\n`)
}

/** The environment in which Jupyter sees the project's kernel and keeps its own files in the project. */
export function jupyterEnvironment(
  projectDir: string,
  base: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const data = dataDir(projectDir)
  return {
    ...base,
    JUPYTER_PATH: [data, base.JUPYTER_PATH].filter(Boolean).join(delimiter),
    JUPYTER_DATA_DIR: data,
    JUPYTER_RUNTIME_DIR: join(data, 'runtime'),
    JUPYTER_PLATFORM_DIRS: '1',
    PYTHONUTF8: '1',
  }
}

function dataDir(projectDir: string): string {
  return join(projectDir, '.causeway', 'jupyter')
}
