/** The parts of nbformat 4 that executing, comparing and writing notebooks touches. */
export interface Notebook {
  cells: Cell[]
  metadata: Record<string, unknown>
  nbformat: number
  nbformat_minor: number
}

export interface Cell {
  cell_type: 'code' | 'markdown' | 'raw'
  id?: string
  metadata: Record<string, unknown>
  source: string
  execution_count?: number | null
  outputs?: Output[]
}

export interface Output {
  output_type: 'stream' | 'display_data' | 'execute_result' | 'error'
  name?: string
  text?: string
  data?: Record<string, unknown>
  metadata?: Record<string, unknown>
  execution_count?: number | null
}

/** Reads a notebook's JSON; texts that the file holds as lists of lines come back as one string. */
export function parseNotebook(json: string): Notebook {
  const raw = JSON.parse(json) as Notebook
  const cells = raw.cells.map((cell) => ({
    ...cell,
    source: joined(cell.source) as string,
    ...(cell.outputs === undefined ? {} : { outputs: cell.outputs.map(readOutput) }),
  }))
  return { ...raw, cells }
}

function readOutput(output: Output): Output {
  const read = { ...output }
  if (read.text !== undefined) read.text = joined(read.text) as string
  if (read.data !== undefined) {
    read.data = Object.fromEntries(Object.entries(read.data).map(([k, v]) => [k, joined(v)]))
  }
  return read
}

/** Writes a notebook byte for byte as Jupyter does: sorted keys, one blank of indent, texts by line. */
export function formatNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: lines(cell.source),
    ...(cell.outputs === undefined ? {} : { outputs: cell.outputs.map(writtenOutput) }),
  }))
  return `${JSON.stringify(sorted({ ...notebook, cells }), null, 1)}\n`
}

function writtenOutput(output: Output): Record<string, unknown> {
  const written: Record<string, unknown> = { ...output }
  if (output.text !== undefined) written.text = lines(output.text)
  if (output.data !== undefined) {
    const entries = Object.entries(output.data)
    written.data = Object.fromEntries(entries.map(([k, v]) => [k, isText(k, v) ? lines(v) : v]))
  }
  return written
}

function isText(mime: string, value: unknown): value is string {
  return typeof value === 'string' && !mime.endsWith('json')
}

/** The cells that run, in order: those a reader sees numbered [1], [2], ... */
export function codeCells(notebook: Notebook): Cell[] {
  return notebook.cells.filter((cell) => cell.cell_type === 'code' && cell.source.trim() !== '')
}

/** The notebook's first heading, without its marks; undefined when it has none. */
export function notebookTitle(notebook: Notebook): string | undefined {
  for (const cell of notebook.cells) {
    const heading = cell.cell_type === 'markdown' && /^# +(.+)$/m.exec(cell.source)?.[1]
    if (heading) return heading.replace(/[*_`]/g, '').trim()
  }
  return undefined
}

function joined(value: unknown): unknown {
  return Array.isArray(value) ? value.join('') : value
}

/** Lines with their ends kept, as nbformat stores them. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((k) => [k, sorted((value as Record<string, unknown>)[k])]))
}
