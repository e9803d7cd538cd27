/** What the notebooks need from a Python; the module of each package bears its name. */
export interface Requirement {
  package: string
  /** The oldest version that will do when it is already there. */
  oldest: string
  /** What pip is asked for when nothing is there. */
  pip: string
}

export const OLDEST_PYTHON = '3.9'

/** To execute and render notebooks. */
export const EXECUTING: readonly Requirement[] = [
  { package: 'nbclient', oldest: '0.7', pip: 'nbclient>=0.10,<1' },
  { package: 'nbconvert', oldest: '6.5', pip: 'nbconvert>=7.16,<8' },
  { package: 'nbformat', oldest: '5.4', pip: 'nbformat>=5.10,<6' },
  { package: 'jupyter_client', oldest: '7.4', pip: 'jupyter_client>=8.6,<9' },
]

/** To work in notebooks by hand, besides. */
export const LAB: Requirement = { package: 'jupyterlab', oldest: '3.6', pip: 'jupyterlab>=4.2,<5' }

/** Debian's packages hold no JupyterLab; its classic notebook does. */
const CLASSIC: Requirement = { package: 'notebook', oldest: '6.4', pip: 'notebook>=7,<8' }

/** Debian's packages that bring all of EXECUTING and the classic notebook. */
export const DEBIAN_PACKAGES = ['jupyter-nbconvert', 'jupyter-notebook'] as const

/** Every package that the notebooks can be run or opened with. */
export const KNOWN: readonly Requirement[] = [...EXECUTING, LAB, CLASSIC]

export type Purpose = 'execute' | 'lab'

/** What is installed for a purpose where nothing is there. */
export function wantedFor(purpose: Purpose): readonly Requirement[] {
  return purpose === 'lab' ? [...EXECUTING, LAB] : EXECUTING
}

/** Whether a dotted version is at least another: 6.10 is newer than 6.9. */
export function atLeast(version: string, oldest: string): boolean {
  const have = version.split('.').map((part) => Number.parseInt(part, 10) || 0)
  const want = oldest.split('.').map((part) => Number.parseInt(part, 10) || 0)
  for (const [place, wanted] of want.entries()) {
    const had = have[place] ?? 0
    if (had !== wanted) return had > wanted
  }
  return true
}

/** What a Python with these packages lacks for the purpose; empty when it will do. */
export function missing(
  packages: Readonly<Record<string, string>>,
  purpose: Purpose,
): readonly Requirement[] {
  const has = (need: Requirement) => {
    const version = packages[need.package]
    return version !== undefined && atLeast(version, need.oldest)
  }
  const lacking = EXECUTING.filter((need) => !has(need))
  return purpose === 'lab' && !has(LAB) && !has(CLASSIC) ? [...lacking, LAB] : lacking
}
