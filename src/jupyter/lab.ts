import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { homeDir, notebooksDir } from '../home.js'
import { findOrMakeJupyter } from './jupyter.js'
import { jupyterEnvironment, KERNEL, registerKernel } from './kernelspec.js'
import { endWithSignals, runProcess } from './process.js'
import type { OnProgress } from './progress.js'
import { atLeast, LAB } from './requirements.js'

export interface LabOptions {
  /** The folder that JupyterLab shows; the home's own `notebooks`, else the library's, by default. */
  notebooksDir?: string
  /** Further arguments to Jupyter, such as `--no-browser`. */
  args?: readonly string[]
  projectDir?: string
  onProgress?: OnProgress
}

/**
 * Opens JupyterLab (Debian's classic notebook where there is no other) with the kernel ready, and
 * stays until it ends. JupyterLab is installed into the project's .venv when none is there.
 *
 * @returns Jupyter's exit code
 * @throws InputError that says what to install, when no JupyterLab can be found or made
 */
export async function lab(options: LabOptions = {}): Promise<number> {
  const { projectDir = homeDir(), onProgress = () => {} } = options
  const folder = options.notebooksDir ?? notebooksDir()
  const jupyter = await findOrMakeJupyter({ projectDir, purpose: 'lab', onProgress })
  registerKernel(projectDir)
  const env = jupyterEnvironment(projectDir)
  await trustNotebooks(jupyter.python, folder, env)
  const asRoot = process.getuid?.() === 0 ? ['--allow-root'] : []
  const kernel = `--MultiKernelManager.default_kernel_name=${KERNEL.name}`
  const child = spawn(
    jupyter.python,
    ['-m', labModule(jupyter.packages), kernel, ...asRoot, ...(options.args ?? [])],
    { cwd: folder, env, stdio: 'inherit' },
  )
  return (await endWithSignals(child)) ?? 1
}

/** Signs the project's notebooks: JupyterLab shows no figure of a notebook that it does not trust. */
async function trustNotebooks(
  python: string,
  notebooksDir: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const files = readdirSync(notebooksDir).filter((name) => name.endsWith('.ipynb'))
  const paths = files.map((name) => join(notebooksDir, name))
  if (paths.length > 0) {
    await runProcess({ command: python, args: ['-m', 'nbformat.sign', ...paths], env })
  }
}

/** JupyterLab where it is, else the classic notebook. */
export function labModule(packages: Readonly<Record<string, string>>): string {
  const version = packages[LAB.package]
  return version !== undefined && atLeast(version, LAB.oldest) ? 'jupyterlab' : 'notebook'
}
