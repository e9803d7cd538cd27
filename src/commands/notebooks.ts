import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { notebooksDir, packageDir } from '../home.js'
import {
  describeDifferences,
  findOrMakeJupyter,
  type Progress,
  renderDocuments,
  runNotebooks,
} from '../jupyter/index.js'
import { writeBook } from '../report/index.js'
import { openWorkbench } from '../workbench/index.js'
import { printAnswer } from './answer.js'
import { bookDocuments } from './book-documents.js'
import { bookNotebook } from './book-notebook.js'
import { cellEnvironment } from './cell-environment.js'
import { expectWritable } from './folders.js'
import { reportFolder, type WorkbenchFlags } from './options.js'
import { printResult, progressLine } from './output.js'

export interface NotebooksFlags extends WorkbenchFlags {
  check?: boolean
  inPlace?: boolean
  out?: string
  run?: string
}

/** `causeway notebooks`: all five, executed and rendered, then the answer. */
export async function notebooksCommand(flags: NotebooksFlags): Promise<number> {
  const committed = flags.check || flags.inPlace
  const data = flags.data ?? (committed ? join(packageDir, 'data', 'sample') : undefined)
  const out = reportFolder(flags.out)
  const name = flags.name ?? (committed ? 'sample' : undefined)
  const workbench = openWorkbench({ ...flags, data, name })
  expectWritable(workbench.dir, '--workbench')
  if (!committed) expectWritable(out, '--out')
  const progress = progressLine()
  const onProgress = ({ text, transient }: Progress) => {
    if (!transient || process.stderr.isTTY) progress.tell(text)
  }
  try {
    const jupyter = await findOrMakeJupyter({ onProgress })
    const { notebooks, differences, failure } = await runNotebooks({
      jupyter,
      notebooks: notebookFiles(),
      ...(committed ? {} : { outDir: out }),
      env: cellEnvironment(
        { ...flags, data: flags.run ? workbench.dataDir : data, name },
        workbench.dir,
      ),
      check: flags.check ?? false,
      inPlace: flags.inPlace ?? false,
      onProgress,
    })
    progress.done()
    if (flags.check) return reportCheck(differences)
    if (flags.inPlace) return 0
    const code = failure ? 0 : await printAnswer(workbench, out)
    const documents = await renderDocuments({ jupyter, documents: bookDocuments, onProgress })
    const pages = { notebooks: notebooks.map(bookNotebook), documents }
    printResult(`Book: ${await writeBook(workbench, pages, out)}`)
    if (failure) throw failure
    return code
  } finally {
    progress.done()
    await workbench.close()
  }
}

function notebookFiles(): string[] {
  const folder = notebooksDir()
  return readdirSync(folder)
    .filter((file) => /^\d\d_.*\.ipynb$/.test(file))
    .sort()
    .map((file) => join(folder, file))
}

function reportCheck(differences: Parameters<typeof describeDifferences>[0]): number {
  if (differences.length === 0) {
    printResult('The committed notebooks show what they compute.')
    return 0
  }
  printResult(describeDifferences(differences))
  return 1
}
