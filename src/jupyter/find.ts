import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runProcess } from './process.js'
import { atLeast, KNOWN, missing, OLDEST_PYTHON, type Purpose } from './requirements.js'

/** A Python that can execute and render notebooks. */
export interface Jupyter {
  /** Path or command of the Python. */
  python: string
  /** Versions of the packages it has, by name. */
  packages: Readonly<Record<string, string>>
}

/** The Python inside a virtual environment. */
export function venvPython(venv: string): string {
  return process.platform === 'win32'
    ? join(venv, 'Scripts', 'python.exe')
    : join(venv, 'bin', 'python')
}

/** Looks at the project's .venv, then at the Jupyter on PATH, then at the Pythons there. */
export async function findJupyter(
  projectDir: string,
  purpose: Purpose,
): Promise<Jupyter | undefined> {
  const venv = venvPython(join(projectDir, '.venv'))
  const candidates = [...(existsSync(venv) ? [venv] : []), ...jupyterPythons(), ...PYTHONS]
  for (const python of new Set(candidates)) {
    const found = await probe(python)
    if (found !== undefined && missing(found.packages, purpose).length === 0) {
      return { python, packages: found.packages }
    }
  }
  return undefined
}

/** The first Python that is new enough to make a virtual environment with. */
export async function findPython(): Promise<string | undefined> {
  for (const python of PYTHONS) {
    if ((await probe(python, [])) !== undefined) return python
  }
  return undefined
}

/** The packages of one Python; undefined when it does not run or is too old. */
export async function probe(
  python: string,
  packages: readonly string[] = KNOWN.map((need) => need.package),
): Promise<{ python: string; packages: Record<string, string> } | undefined> {
  const script = readFileSync(new URL('./probe.py', import.meta.url), 'utf8')
  const ran = await runProcess({ command: python, args: ['-c', script, ...packages] })
  if (ran.status !== 0) return undefined
  const found = JSON.parse(ran.stdout) as { python: string; packages: Record<string, string> }
  return atLeast(found.python, OLDEST_PYTHON) ? found : undefined
}

const PYTHONS: readonly string[] =
  process.platform === 'win32' ? ['python', 'python3'] : ['python3', 'python', '/usr/bin/python3']

/** The Python named in the first line of each `jupyter` script on PATH (pipx, conda, Debian). */
function jupyterPythons(): string[] {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'jupyter'))
    .filter((script) => existsSync(script))
    .flatMap((script) => interpreterOf(readFileSync(script, 'utf8')) ?? [])
}

/** The interpreter in a script's `#!` line, when it is a Python by its path. */
export function interpreterOf(script: string): string | undefined {
  return /^#!\s*(\/\S*python[\d.]*)\s*$/m.exec(script.slice(0, 300).split('\n')[0] ?? '')?.[1]
}
