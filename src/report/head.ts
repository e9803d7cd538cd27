import { type AssumptionBasis, type AssumptionChange, changeWords } from '../assumptions/index.js'
import { counted } from '../format/words.js'
import { valueText } from '../judgment/index.js'
import { changedAssumptions, type Workbench } from '../workbench/index.js'

/** One file that the figures come from. */
export interface HeadFile {
  readonly file_name: string
  readonly sha256: string
  readonly rows_loaded: number
}

/** One assumption that is changed. */
export interface HeadChange {
  readonly id: string
  /** As text; of a member that is left out: left out. */
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
  /** Every assumption that the preset changes over the registry. */
  readonly of_preset: readonly HeadChange[]
  /** Every assumption that a person or a fit changes over the preset. */
  readonly changed: readonly HeadChange[]
  /** Every assumption whose value the files of the run tell. */
  readonly from_files: readonly HeadChange[]
  /** Of the library that made the run. */
  readonly version: string
}

/** Reads the head of the statement of a run. */
export async function readHead(workbench: Workbench): Promise<StatementHead> {
  const { assumptions, seed, settings, record } = workbench
  const { preset, own, files: fromFiles } = changedAssumptions(settings)
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
    of_preset: preset.map(headChange),
    changed: own.map(headChange),
    from_files: fromFiles.map(headChange),
    version: record!.version,
  }
}

function headChange({ id, b, basis }: AssumptionChange): HeadChange {
  return { id, value: b === null ? 'left out' : valueText(b), basis }
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
  const { of_preset, changed, from_files, currency, locale, country } = head
  return [
    { name: 'Period', values: [period] },
    { name: 'Data', values: [head.data_folder] },
    { name: 'Source', values: [head.source] },
    { name: 'Money and place', values: [`${currency}, ${locale}, ${country}`] },
    { name: 'Seed', values: [String(head.seed)] },
    { name: 'Preset', values: [head.preset] },
    ...(of_preset.length > 0 ? [{ name: 'What the preset sets', values: texts(of_preset) }] : []),
    { name: 'Changed assumptions', values: changed.length > 0 ? texts(changed) : ['none'] },
    ...(from_files.length > 0 ? [{ name: 'From the files', values: texts(from_files) }] : []),
    { name: 'Version', values: [head.version] },
  ]
}

function texts(changes: readonly HeadChange[]): string[] {
  return changes.map(({ id, value, basis }) => {
    const words = basis === 'fitted' ? ` (${changeWords({ isDefault: false, basis })})` : ''
    return `${id} = ${value}${words}`
  })
}
