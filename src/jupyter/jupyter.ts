import { homeDir } from '../home.js'
import { findJupyter, type Jupyter } from './find.js'
import { makeJupyter } from './make.js'
import type { OnProgress } from './progress.js'
import type { Purpose } from './requirements.js'

export interface FindOrMakeOptions {
  /** The folder whose `.venv` is used or made; the project's root by default. */
  projectDir?: string
  /** `lab` asks for JupyterLab as well. Default `execute`: what executes and renders notebooks. */
  purpose?: Purpose
  onProgress?: OnProgress
}

/**
 * A Jupyter for the notebooks: one that is there (the project's `.venv`, on PATH), else a new one in
 * the project's `.venv` from PyPI, else Debian's by apt-get when that can be had.
 *
 * @throws InputError that says what to install, when none can be found or made
 */
export async function findOrMakeJupyter(options: FindOrMakeOptions = {}): Promise<Jupyter> {
  const { projectDir = homeDir(), purpose = 'execute', onProgress = () => {} } = options
  const found = await findJupyter(projectDir, purpose)
  return found ?? makeJupyter({ projectDir, purpose, onProgress })
}
