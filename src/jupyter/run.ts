import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { InputError } from '../errors.js'
import { homeDir } from '../home.js'
import { compareNotebooks, type Difference } from './compare.js'
import { type ExecuteTask, executeNotebooks } from './execute.js'
import { cellError, failurePage } from './failure.js'
import type { Jupyter } from './find.js'
import { jupyterEnvironment, registerKernel } from './kernelspec.js'
import { normalise } from './normalise.js'
import { formatNotebook, type Notebook, notebookTitle, parseNotebook } from './notebook.js'
import type { OnProgress } from './progress.js'
import { renderNotebooks } from './render.js'

export interface RunNotebooksOptions {
  /** From findOrMakeJupyter. */
  jupyter: Jupyter
  /** Paths of the notebooks, in the order in which they run. */
  notebooks: readonly string[]
  /** Where executed notebooks go; nothing is written or rendered when left out. */
  outDir?: string
  /** The kernels' folder; by default each notebook's own. Must lie within the project. */
  workingDir?: string
  /** Variables that the cells see besides this process's own (`CAUSEWAY_DATA`, ...). */
  env?: Readonly<Record<string, string>>
  /** Compares the outputs with those that stand in the notebooks. */
  check?: boolean
  /** Writes the outputs into the notebooks themselves: how committed outputs are renewed. */
  inPlace?: boolean
  /** Default 600. */
  cellTimeoutSeconds?: number
  /** The folder that holds `.causeway`; the project's root by default. */
  projectDir?: string
  onProgress?: OnProgress
}

/** One notebook. */
export interface ExecutedNotebook {
  name: string
  /** The first heading. */
  title: string
  /** Undefined when it did not run to its end. */
  seconds: number | undefined
  /** The notebook with its outputs; of one that failed, what failed. */
  executed: Notebook
  /** The statements that each cell put to the artifacts, by its number from 1. */
  asked: ReadonlyMap<number, readonly string[]>
  /** Its content as HTML, when an outDir was given. */
  body: string
}

export interface NotebooksRun {
  notebooks: readonly ExecutedNotebook[]
  /** Where `check` found outputs other than the committed ones; empty without `check`. */
  differences: readonly Difference[]
  /** NotebookError with notebook, cell, source and error of the first that failed; InputError where the cell threw one. */
  failure: Error | undefined
}

interface Executed extends Omit<ExecutedNotebook, 'body'> {
  error: Error | undefined
  source: string
  committed: Notebook
}

/**
 * Executes notebooks in order over the real tslab kernel. With an outDir, a notebook that fails leaves the
 * others: they are written there, with one in its place that says what failed. The notebooks themselves
 * change only once every cell of every notebook has run.
 *
 * @throws the failure when none ran, or no outDir was given; InputError when a notebook is missing
 */
export async function runNotebooks(options: RunNotebooksOptions): Promise<NotebooksRun> {
  const scratch = mkdtempSync(join(tmpdir(), 'causeway-notebooks-'))
  const discard = () => rmSync(scratch, { recursive: true, force: true })
  process.once('exit', discard)
  try {
    const executed = await execute(options, scratch)
    const failure = firstFailure(executed)
    const nothingRan = executed.every(({ error }) => error !== undefined)
    if (failure && (nothingRan || options.outDir === undefined)) throw failure
    const differences = options.check
      ? executed.flatMap((one) => compareNotebooks(one.name, one.committed, one.executed))
      : []
    const bodies = options.outDir === undefined ? [] : await report(options, executed, scratch)
    if (options.inPlace && !failure) {
      for (const one of executed) replaceFile(one.source, formatNotebook(one.executed))
    }
    const notebooks = executed.map(({ name, title, seconds, executed, asked }, index) => {
      return { name, title, seconds, executed, asked, body: bodies[index] ?? '' }
    })
    return { notebooks, differences, failure }
  } finally {
    process.off('exit', discard)
    discard()
  }
}

/** The error of the first notebook that failed, and the names of the others that did. */
function firstFailure(executed: readonly Executed[]): Error | undefined {
  const [first, ...others] = executed.filter(({ error }) => error !== undefined)
  if (first?.error && others.length > 0) {
    first.error.message += `\n\nFailed as well: ${others.map(({ name }) => name).join(', ')}.`
  }
  return first?.error
}

async function execute(options: RunNotebooksOptions, scratch: string): Promise<Executed[]> {
  const { projectDir = homeDir(), cellTimeoutSeconds = 600, onProgress = () => {} } = options
  if (options.notebooks.length === 0) throw new InputError('notebooks: got none. Name one or more.')
  const tasks = options.notebooks.map((path) => taskOf(path, options.workingDir, scratch))
  registerKernel(projectDir)
  const { seconds, failed, asked } = await executeNotebooks({
    python: options.jupyter.python,
    env: {
      ...jupyterEnvironment(projectDir),
      ...(options.outDir === undefined ? {} : { CAUSEWAY_FIGURES: 'explorable' }),
      ...options.env,
    },
    tasks,
    cellTimeoutSeconds,
    kernelLog: join(scratch, 'kernel.log'),
    trail: join(scratch, 'asked.jsonl'),
    onProgress,
  })
  return tasks.map((task) => {
    const committed = parseNotebook(readFileSync(task.source, 'utf8'))
    const title = notebookTitle(committed) ?? task.name
    const failure = failed.get(task.name)
    const error = failure && cellError(failure, cellTimeoutSeconds)
    return {
      name: task.name,
      title,
      seconds: seconds.get(task.name),
      error,
      source: task.source,
      committed,
      asked: asked.get(task.name)!,
      executed: error
        ? failurePage(title, error.message)
        : normalise(committed, parseNotebook(readFileSync(task.executed, 'utf8'))),
    }
  })
}

function taskOf(path: string, workingDir: string | undefined, scratch: string): ExecuteTask {
  const source = resolve(path)
  if (!existsSync(source)) {
    throw new InputError(`${path}: there is no such notebook. Name .ipynb files that exist.`)
  }
  const name = basename(source, '.ipynb')
  const executed = join(scratch, `${name}.executed.ipynb`)
  return { name, source, executed, workingDir: resolve(workingDir ?? dirname(source)) }
}

/**
 * Renders what ran, then puts the notebooks into outDir, without what only pages need to explore figures;
 * the content of their pages, in order.
 */
async function report(
  options: RunNotebooksOptions,
  notebooks: readonly Executed[],
  scratch: string,
): Promise<string[]> {
  const outDir = resolve(options.outDir!)
  const pages = notebooks.map(({ name, executed }) => {
    const notebook = join(scratch, `${name}.ipynb`)
    writeFileSync(notebook, formatNotebook(executed))
    return { name, notebook, html: join(scratch, `${name}.html`) }
  })
  await renderNotebooks({
    python: options.jupyter.python,
    env: jupyterEnvironment(options.projectDir ?? homeDir()),
    pages,
    onProgress: options.onProgress ?? (() => {}),
  })
  mkdirSync(outDir, { recursive: true })
  return pages.map(({ notebook, html }) => {
    const lines = readFileSync(notebook, 'utf8').split('\n')
    const plain = lines.filter((line) => !line.includes('<metadata>'))
    replaceFile(join(outDir, basename(notebook)), plain.join('\n'))
    return readFileSync(html, 'utf8')
  })
}

/** Writes a file whole: a reader sees the old content or the new. */
function replaceFile(path: string, content: string): void {
  const part = `${path}.part`
  writeFileSync(part, content)
  renameSync(part, path)
}
