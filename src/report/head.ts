import { type AssumptionBasis, changeWords } from '../assumptions/index.js'
import { counted } from '../format/words.js'
import { valueText } from '../judgment/index.js'
import type { Workbench } from '../workbench/index.js'

/** One file that the figures come from. */
export interface HeadFile {
  readonly file_name: string
  readonly sha256: string
  readonly rows_loaded: number
}

/** One assumption that differs from the registry. */
export interface HeadChange {
  readonly id: string
  readonly value: string
  /** What its value rests on. */
  readonly basis: AssumptionBasis
}

/** What a run was made from: all that somebody needs to make it again. */
export interface StatementHead {
  readonly data_folder: string
  /** What the files were read as, e.g. `olist`. */
  readonly source: string
  readonly files: readonly HeadFile[]
  readonly seed: number
  readonly preset: string
  readonly currency: string
  readonly locale: string
  readonly country: string
  /** Every assumption that is not the registry's, those of the preset among them. */
  readonly changed: readonly HeadChange[]
  /** Of the library that made the run. */
  readonly version: string
}

/** Reads the head of the statement of a run. */
export async function readHead(workbench: Workbench): Promise<StatementHead> {
  const { assumptions, seed, settings, record } = workbench
  const [source] = await workbench.rows<{ name: string }>('select name from raw.source')
  const files = await workbench.rows<HeadFile>(
    'select file_name, sha256, rows_loaded from raw.load_manifest order by file_name',
  )
  return {
    data_folder: record!.data.folder,
    source: source!.name,
    files,
    seed,
    preset: settings.preset,
    currency: assumptions.text('place.currency'),
    locale: assumptions.text('place.locale'),
    country: assumptions.text('place.country'),
    changed: assumptions
      .rows()
      .filter(({ isDefault }) => !isDefault)
      .map(({ id, value, basis }) => ({ id, value: valueText(value), basis })),
    version: record!.version,
  }
}

/** The head in one sentence; {@link headRows} has it in full. */
export function headSentence(head: StatementHead): string {
  const { data_folder, source, files, currency, seed, preset, changed, version } = head
  const changes = changed.length === 0 ? 'no assumption' : counted(changed.length, 'assumption')
  return `From ${counted(files.length, 'file')} of ${data_folder}, read as ${source}, in ${currency}; seed ${seed}, preset ${preset}, ${changes} changed, version ${version}.`
}

/** One thing about a run: a name, and one or several values. */
export interface HeadRow {
  readonly name: string
  readonly values: readonly string[]
}

/** The head by name, for text and pages. */
export function headRows(head: StatementHead, period: string): HeadRow[] {
  const { changed, currency, locale, country } = head
  const changes = changed.map(({ id, value, basis }) => {
    const words = basis === 'declared' ? '' : ` (${changeWords({ isDefault: false, basis })})`
    return `${id} = ${value}${words}`
  })
  return [
    { name: 'Period', values: [period] },
    { name: 'Data', values: [head.data_folder] },
    { name: 'Source', values: [head.source] },
    { name: 'Money and place', values: [`${currency}, ${locale}, ${country}`] },
    { name: 'Seed', values: [String(head.seed)] },
    { name: 'Preset', values: [head.preset] },
    { name: 'Changed assumptions', values: changes.length > 0 ? changes : ['none'] },
    { name: 'Version', values: [head.version] },
  ]
}
