import { spawnSync } from 'node:child_process'

/**
 * Installs one package for a Python, unless it has that very version.
 *
 * @throws Error when pip fails
 */
export function pipInstall(python, name, version) {
  const has = `from importlib.metadata import version; assert version("${name}") == "${version}"`
  if (spawnSync(python, ['-c', has], { stdio: 'ignore' }).status === 0) return
  const wanted = `${name}==${version}`
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', wanted]
  const { status, error } = spawnSync(python, pip, { stdio: ['ignore', 2, 2] })
  if (status !== 0)
    throw new Error(`pip, for ${wanted}: ${error?.message ?? `ended with ${status}`}`)
}
