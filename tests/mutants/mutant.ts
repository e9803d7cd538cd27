/** A fault made by rule in one file of the pipeline. */
export interface Mutant {
  /** The file, the line and the rule, with a number where a line has several. */
  readonly id: string
  readonly file: string
  readonly line: number
  readonly rule: string
  /** What stood there, and what stands there instead. */
  readonly from: string
  readonly to: string
}

/** What became of a mutant. */
export interface Outcome {
  readonly id: string
  /**
   * `killed` by a law, by the pipeline's own refusal or by never ending; `survived`: tables differ and no
   * law says so; `same`: no published table differs on any of the marketplaces; `invalid`: no SQL.
   */
  readonly result: 'killed' | 'survived' | 'same' | 'invalid'
  /** The law that killed it, or what differs. */
  readonly by: string
}

/** Gives mutants of one file ids of their own. */
export function numbered(mutants: readonly Omit<Mutant, 'id'>[]): Mutant[] {
  const seen = new Map<string, number>()
  return mutants.map((mutant) => {
    const name = `${mutant.file}:${mutant.line} ${mutant.rule}`
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return { ...mutant, id: nth === 1 ? name : `${name} #${nth}` }
  })
}

/** The stage that a file belongs to. */
export function stageOf(file: string): string {
  const room = file.split('/')[1]!
  return { money: 'money', response: 'market', sources: 'dwh' }[room] ?? room
}
