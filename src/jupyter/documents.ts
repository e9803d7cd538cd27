import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { homeDir } from '../home.js'
import type { Jupyter } from './find.js'
import { jupyterEnvironment } from './kernelspec.js'
import { formatNotebook, notebookTitle } from './notebook.js'
import type { OnProgress } from './progress.js'
import { renderNotebooks } from './render.js'

export interface DocumentsOptions {
  jupyter: Jupyter
  /** Markdown files, their names without `.md` the names of the pages. */
  documents: readonly string[]
  onProgress: OnProgress
}

/** A document as a page of the book has it: its first heading, and its content as HTML. */
export interface RenderedDocument {
  name: string
  title: string
  body: string
}

/** Renders documents of the library for the book: pictures within, links to one another, none to other files. */
export async function renderDocuments(options: DocumentsOptions): Promise<RenderedDocument[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'causeway-documents-'))
  try {
    const names = options.documents.map((path) => basename(path, '.md'))
    const pages = options.documents.map((path, i) => {
      const notebook = asNotebook(path, names)
      const [file, html] = ['ipynb', 'html'].map((end) => join(scratch, `${names[i]}.${end}`))
      writeFileSync(file!, formatNotebook(notebook))
      const title = notebookTitle(notebook) ?? names[i]!
      return { name: names[i]!, title, notebook: file!, html: html! }
    })
    await renderNotebooks({
      python: options.jupyter.python,
      env: jupyterEnvironment(homeDir()),
      pages,
      onProgress: options.onProgress,
    })
    return pages.map(({ name, title, html }) => ({ name, title, body: readFileSync(html, 'utf8') }))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function asNotebook(path: string, names: readonly string[]) {
  const source = forBook(readFileSync(path, 'utf8'), dirname(path), names)
  const cell = { cell_type: 'markdown' as const, id: 'document', metadata: {}, source }
  return { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }
}

/** Markdown that stands alone: pictures as data, links to documents of the book, other files by name only. */
export function forBook(markdown: string, folder: string, names: readonly string[]): string {
  return markdown
    .replace(/!\[([^\]]*)\]\((?!\w+:)([^)]+\.svg)\)/g, (_, words: string, file: string) => {
      const data = readFileSync(join(folder, file)).toString('base64')
      return `![${words}](data:image/svg+xml;base64,${data})`
    })
    .replace(/(?<!!)\[([^\]]+)\]\((?!\w+:|#)([^)]+)\)/g, (_, words: string, file: string) => {
      const name = basename(file, '.md')
      return names.includes(name) ? `[${words}](${name}.html)` : words
    })
}
