import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { homeDir, notebooksDir } from '../home.js'
import { findOrMakeJupyter } from './jupyter.js'
import { jupyterEnvironment, KERNEL, registerKernel } from './kernelspec.js'
import { isolateVenv } from './make.js'
import { endWithSignals, runProcess } from './process.js'
import type { OnProgress } from './progress.js'
import { atLeast, LAB } from './requirements.js'

export interface LabOptions {
  /** The folder of the notebooks; the home's own, else the library's, by default. */
  notebooksDir?: string
  /** The folder that JupyterLab shows where the notebooks lie in it; the home by default. */
  projectDir?: string
  /** Variables that the cells see besides this process's own (`CAUSEWAY_DATA`, ...). */
  env?: Readonly<Record<string, string>>
  /** Default: 8888, or the next free one. A port that is asked for and taken is an error. */
  port?: number
  /** Opens a browser. Default true. */
  browser?: boolean
  onProgress?: OnProgress
}

/**
 * Opens JupyterLab (Debian's classic notebook where there is no other) with the kernel ready and the
 * first notebook open, and stays until it ends. JupyterLab is installed into the project's .venv when
 * none is there. It writes its address and warnings only.
 *
 * @returns Jupyter's exit code
 * @throws InputError that says what to install, when no JupyterLab can be found or made
 */
export async function lab(options: LabOptions = {}): Promise<number> {
  const { projectDir = homeDir(), onProgress = () => {} } = options
  const folder = options.notebooksDir ?? notebooksDir()
  const jupyter = await findOrMakeJupyter({ projectDir, purpose: 'lab', onProgress })
  isolateVenv(join(projectDir, '.venv'))
  registerKernel(projectDir)
  const env = { ...jupyterEnvironment(projectDir), ...options.env }
  await trustNotebooks(jupyter.python, folder, env)
  const module = labModule(jupyter.packages)
  const args = labArguments({ ...options, module, projectDir, notebooksDir: folder })
  const child = spawn(jupyter.python, ['-m', module, ...args], {
    cwd: rootOf(projectDir, folder),
    env,
    stdio: 'inherit',
  })
  return (await endWithSignals(child)) ?? 1
}

/** The project where the notebooks lie in it, else their own folder. */
function rootOf(projectDir: string, notebooks: string): string {
  return relative(projectDir, notebooks).startsWith('..') ? notebooks : projectDir
}

export interface LabArguments
  extends Required<Pick<LabOptions, 'projectDir' | 'notebooksDir'>>,
    Pick<LabOptions, 'port' | 'browser'> {
  /** As `labModule` answers. */
  module: string
}

/** What Jupyter is started with. */
export function labArguments(options: LabArguments): string[] {
  const { module, projectDir, notebooksDir, port, browser = true } = options
  const root = rootOf(projectDir, notebooksDir)
  const first = readdirSync(notebooksDir)
    .filter((name) => name.endsWith('.ipynb'))
    .sort()
    .map((name) => join(relative(root, notebooksDir), name).replaceAll('\\', '/'))[0]
  const opened = first !== undefined && module === 'jupyterlab'
  return [
    `--MultiKernelManager.default_kernel_name=${KERNEL.name}`,
    '--ServerApp.log_level=WARN',
    ...(module === 'jupyterlab' ? ['--LabApp.log_level=WARN'] : []),
    ...(opened ? [`--LabApp.default_url=/lab/tree/${first}`] : []),
    ...(port === undefined ? [] : [`--port=${port}`, '--port-retries=0']),
    ...(browser ? [] : ['--no-browser']),
    ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
  ]
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
