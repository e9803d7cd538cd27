import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../errors.js'
import { findJupyter, findPython, type Jupyter, probe, venvPython } from './find.js'
import { runProcess } from './process.js'
import type { OnProgress } from './progress.js'
import {
  DEBIAN_PACKAGES,
  EXECUTING,
  LAB,
  missing,
  OLDEST_PYTHON,
  type Purpose,
  wantedFor,
} from './requirements.js'

/** Marks a virtual environment as this project's own in its pyvenv.cfg: only such a one is ever wiped. */
const PROMPT = 'causeway'

export interface MakeOptions {
  projectDir: string
  purpose: Purpose
  onProgress: OnProgress
}

/** Installs what is missing: into the project's .venv from PyPI, else by apt as root on Debian. */
export async function makeJupyter(options: MakeOptions): Promise<Jupyter> {
  const fromPyPI = await makeVenv(options)
  if (typeof fromPyPI !== 'string') return fromPyPI
  if (canUseApt()) {
    await installByApt(options.onProgress)
    const found = await findJupyter(options.projectDir, options.purpose)
    if (found !== undefined) return found
  }
  throw new InputError(whatToInstall(fromPyPI, options.purpose))
}

/** Makes or repairs .venv; answers with the reason when that cannot be done. */
async function makeVenv(options: MakeOptions): Promise<Jupyter | string> {
  const { purpose, onProgress } = options
  const venv = join(options.projectDir, '.venv')
  const started = Date.now()
  const done = (python: string, packages: Record<string, string>): Jupyter => {
    const seconds = Math.round((Date.now() - started) / 1000)
    onProgress({ text: `Jupyter is ready in .venv (${seconds} s)`, transient: false })
    return { python, packages }
  }
  onProgress({ text: `Installing ${names(purpose)} from PyPI into .venv, once`, transient: false })
  let reason = 'there is no .venv'
  for (const wipe of existsSync(venv) ? [false, true] : [true]) {
    if (wipe) {
      if (existsSync(venv) && !isOurs(venv)) return `.venv is not this project's own, and ${reason}`
      const failure = await createVenv(venv)
      if (failure !== undefined) return failure
    }
    reason = (await pipInstall(venv, options)) ?? ''
    const found = await probe(venvPython(venv))
    if (found !== undefined && missing(found.packages, purpose).length === 0) {
      return done(venvPython(venv), found.packages)
    }
  }
  return reason
}

async function createVenv(venv: string): Promise<string | undefined> {
  const python = await findPython()
  if (python === undefined) return `there is no Python >= ${OLDEST_PYTHON} on PATH`
  const args = ['-m', 'venv', '--clear', '--prompt', PROMPT, venv]
  const ran = await runProcess({ command: python, args })
  return ran.status === 0 ? undefined : lastLine(ran.stdout + ran.stderr)
}

/**
 * Keeps the type of a package above a virtual environment from its own scripts: JupyterLab brings one that
 * node would read as a module otherwise, and print in full when it fails.
 */
export function isolateVenv(venv: string): void {
  const file = join(venv, 'package.json')
  if (existsSync(venv) && !existsSync(file)) writeFileSync(file, '{ "type": "commonjs" }\n')
}

function isOurs(venv: string): boolean {
  const config = join(venv, 'pyvenv.cfg')
  return (
    existsSync(config) &&
    new RegExp(`^prompt = '?${PROMPT}'?\\s*$`, 'm').test(readFileSync(config, 'utf8'))
  )
}

async function pipInstall(venv: string, options: MakeOptions): Promise<string | undefined> {
  const wanted = wantedFor(options.purpose)
  const flags = [
    '--disable-pip-version-check',
    '--no-input',
    '--progress-bar',
    'off',
    '--retries',
    '1',
  ]
  const ran = await runProcess({
    command: venvPython(venv),
    args: ['-m', 'pip', 'install', ...flags, ...wanted.map((need) => need.pip)],
    onLine: (line) => {
      const collected = /^Collecting ([\w.-]+)/.exec(line)?.[1]
      if (collected)
        options.onProgress({ text: `Installing Jupyter: ${collected}`, transient: true })
    },
  })
  return ran.status === 0 ? undefined : `pip said: ${lastLine(ran.stderr)}`
}

function canUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

async function installByApt(onProgress: OnProgress): Promise<void> {
  onProgress({
    text: `PyPI is out of reach: installing ${DEBIAN_PACKAGES.join(', ')} by apt-get`,
    transient: false,
  })
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = async (...args: string[]) =>
    runProcess({
      command: 'apt-get',
      args,
      env,
      onLine: (line) => onProgress({ text: `apt-get: ${line.slice(0, 100)}`, transient: true }),
    })
  await apt('update')
  await apt('install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES)
}

function names(purpose: Purpose): string {
  return wantedFor(purpose)
    .map((need) => need.package)
    .join(', ')
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() || 'it failed without a word'
}

/** The one message for a machine on which nothing can be installed from here. */
export function whatToInstall(reason: string, purpose: Purpose): string {
  const needs = EXECUTING.map((need) => `${need.package} >= ${need.oldest}`).join(', ')
  const pip = [...EXECUTING.slice(0, 3), ...(purpose === 'lab' ? [LAB] : [])].map(
    (need) => need.package,
  )
  return [
    `Jupyter: none was found, and none could be installed (${reason}).`,
    `The notebooks need Python >= ${OLDEST_PYTHON} with ${needs}. Install them and run this again:`,
    `  anywhere:        python3 -m venv .venv && .venv/bin/python -m pip install ${pip.join(' ')}`,
    `  Debian, Ubuntu:  apt-get install ${DEBIAN_PACKAGES.join(' ')}`,
  ].join('\n')
}
