import { shellWord } from '../format/index.js'
import { type FolderReport, inspectFolder, loadSettings } from '../workbench/index.js'
import { alignedTable, printResult } from './output.js'

const DONE = 0
const PROBLEMS = 2

/** `causeway inspect`: what a folder of files would become, before anything is built. */
export async function inspectCommand(
  dir: string | undefined,
  flags: { source?: string; assumptions?: string; json?: boolean },
): Promise<number> {
  const { assumptions: file, source } = flags
  const { dataDir, assumptions } = loadSettings({ data: dir, source, assumptions: file })
  const report = await inspectFolder(dataDir, { assumptions, source })
  printResult(flags.json ? JSON.stringify(report, null, 2) : reportText(report))
  return report.problems.length === 0 ? DONE : PROBLEMS
}

function reportText(report: FolderReport): string {
  const { folder, source, about, files, tables, lacks, problems } = report
  const parts = [
    `${folder}\nread as ${source}: ${about}`,
    files.length > 0 ? filesText(files) : '',
    ...tables.map(tableText),
    listText('What the files do not tell', lacks),
    listText('Problems', problems),
    problems.length === 0
      ? `No problem. Run it: causeway run --data ${shellWord(folder)}`
      : 'A run would stop there. Nothing was built.',
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function filesText(files: FolderReport['files']): string {
  return alignedTable(
    ['file', 'table', 'rows', 'delimiter', 'encoding'],
    files.map(({ file_name, table_name, rows_loaded, delimiter, encoding }) => [
      file_name,
      table_name,
      rows_loaded,
      JSON.stringify(delimiter),
      encoding,
    ]),
  )
}

/** The columns of the first rows that hold something. */
function tableText({ table, rows, first }: FolderReport['tables'][number]): string {
  const columns = Object.keys(first[0] ?? {}).filter((name) =>
    first.some((row) => row[name] !== null),
  )
  const cells = first.map((row) => columns.map((name) => cellOf(row[name])))
  const title = `${table}: ${rows} rows`
  return rows === 0 ? title : `${title}\n${alignedTable(columns, cells)}`
}

function cellOf(value: unknown): string | number {
  if (typeof value === 'number') return value
  if (value instanceof Date) {
    return value.toISOString().slice(0, 19).replace('T00:00:00', '').replace('T', ' ')
  }
  return value === null || value === undefined ? '' : String(value).slice(0, 24)
}

function listText(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? `${title}\n${lines.map((line) => `- ${line}`).join('\n')}` : ''
}
