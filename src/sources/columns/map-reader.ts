import {
  DATE_PARTS,
  delimiters,
  type FileFormat,
  type MappedColumn,
  requiredColumns,
} from './map.js'

type Tree = Readonly<Record<string, unknown>>

/** How a mapped file is written, by its keys. */
export const formatKeys = [
  'file',
  'delimiter',
  'encoding',
  'decimal',
  'grouping',
  'date_format',
  'time_zone',
]

/** Reads parts of a map and keeps what is wrong with them. */
export class MapReader {
  readonly problems: string[] = []

  /** A mapping of known keys. */
  tree(value: unknown, path: string, known: readonly string[]): Tree {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      this.#wrong(path || 'the map', value, `a mapping with the keys ${known.join(', ')}`)
      return {}
    }
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue
      this.problems.push(`${under(path, key)}: no such key. Known keys here: ${known.join(', ')}.`)
    }
    return value as Tree
  }

  /** A code, where it is given. */
  code(tree: Tree, key: 'currency' | 'country', pattern: RegExp, allowed: string) {
    const value = tree[key]
    if (value === undefined) return {}
    if (typeof value !== 'string' || !pattern.test(value)) this.#wrong(key, value, allowed)
    return { [key]: String(value) }
  }

  /** How a file is written. */
  format(tree: Tree, path: string): FileFormat {
    const decimal = this.#choice(tree, path, 'decimal', ['.', ','], '.') as FileFormat['decimal']
    const grouping = this.#choice(tree, path, 'grouping', ['.', ',', ' ', "'"], undefined)
    if (grouping === decimal) {
      this.#wrong(`${path}.grouping`, grouping, `another sign than decimal, or nothing`)
    }
    return {
      file: this.text(tree, path, 'file'),
      delimiter: this.#choice(tree, path, 'delimiter', delimiters, ',')!,
      encoding: this.#encoding(tree, path),
      decimal,
      ...(grouping ? { grouping: grouping as NonNullable<FileFormat['grouping']> } : {}),
      dateFormat: this.#dateFormat(tree, path),
      ...this.#zone(tree.time_zone, `${path}.time_zone`),
    }
  }

  /** Canonical columns and where they come from. */
  columns(
    value: unknown,
    path: string,
    known: readonly string[],
  ): Readonly<Record<string, MappedColumn>> {
    const tree = this.tree(value, path, known)
    for (const name of known) {
      if (requiredColumns.includes(name) && tree[name] === undefined) {
        this.problems.push(
          `${path}.${name}: is missing. Name the column of the file that holds it.`,
        )
      }
    }
    return Object.fromEntries(
      Object.entries(tree)
        .filter(([name]) => known.includes(name))
        .map(([name, column]) => [name, this.#column(column, `${path}.${name}`)]),
    )
  }

  /** Words of the file, each with the canonical one. */
  words(
    value: unknown,
    path: string,
    allowed: readonly string[],
  ): Readonly<Record<string, string>> {
    if (value === undefined) return {}
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      this.#wrong(path, value, `the file's words, each with one of ${allowed.join(', ')}`)
      return {}
    }
    for (const [word, meaning] of Object.entries(value)) {
      if (!allowed.includes(meaning as string))
        this.#wrong(under(path, word), meaning, allowed.join(', '))
    }
    return Object.fromEntries(
      Object.entries(value as Record<string, string>).map(([word, to]) => [
        word.trim().toLowerCase(),
        to,
      ]),
    )
  }

  #column(value: unknown, path: string): MappedColumn {
    if (typeof value === 'string' && value !== '') return { column: value }
    const tree = this.tree(value, path, ['column', 'constant', 'times', 'per'])
    const { column, constant, times, per } = tree
    if ((column === undefined) === (constant === undefined)) {
      this.#wrong(path, value, 'the name of a column, or {column: NAME}, or {constant: VALUE}')
    }
    if (per !== undefined && per !== 'line' && per !== 'order')
      this.#wrong(`${path}.per`, per, 'line, order')
    return {
      ...(column === undefined ? {} : { column: String(column) }),
      ...(constant === undefined ? {} : { constant: String(constant) }),
      ...(times === undefined ? {} : { times: String(times) }),
      ...(per === undefined ? {} : { per: per as 'line' | 'order' }),
    }
  }

  /** A text that is not empty. */
  text(tree: Tree, path: string, key: string, fallback?: string): string {
    const value = tree[key] ?? fallback
    if (typeof value === 'string' && value !== '') return value
    this.#wrong(`${path}.${key}`, value, 'a text, e.g. the name of a file in this folder')
    return ''
  }

  #choice(tree: Tree, path: string, key: string, allowed: readonly string[], fallback?: string) {
    const value = tree[key] ?? fallback
    if (value === undefined || allowed.includes(value as string)) return value as string | undefined
    this.#wrong(`${path}.${key}`, value, allowed.map((word) => JSON.stringify(word)).join(', '))
    return fallback
  }

  #encoding(tree: Tree, path: string): string {
    const value = this.text(tree, path, 'encoding', 'utf-8').toLowerCase()
    try {
      return new TextDecoder(value).encoding
    } catch {
      this.#wrong(`${path}.encoding`, value, 'an encoding, e.g. utf-8, windows-1252 or utf-16le')
      return 'utf-8'
    }
  }

  #dateFormat(tree: Tree, path: string): string {
    const value = this.text(tree, path, 'date_format', 'YYYY-MM-DD hh:mm:ss')
    const parts = Array.from(value.matchAll(DATE_PARTS), ([part]) => part[0]!)
    const isDay = ['Y', 'M', 'D'].every((part) => parts.includes(part))
    if (!isDay || new Set(parts).size < parts.length) {
      this.#wrong(
        `${path}.date_format`,
        value,
        'YYYY, MM, DD and, if you like, hh, mm, ss, once each (M, D, h where 1 to 9 stand without a zero): DD.MM.YYYY hh:mm',
      )
    }
    return value
  }

  #zone(value: unknown, path: string): Pick<FileFormat, 'zone'> {
    if (value === undefined) return {}
    const tree = this.tree(value, path, ['file', 'shop'])
    for (const key of ['file', 'shop']) {
      try {
        new Intl.DateTimeFormat('en', { timeZone: String(tree[key]) })
      } catch {
        this.#wrong(`${path}.${key}`, tree[key], 'a time zone, e.g. UTC or Europe/Berlin')
      }
    }
    return { zone: { file: String(tree.file), shop: String(tree.shop) } }
  }

  #wrong(path: string, value: unknown, allowed: string): void {
    this.problems.push(`${path}: got ${JSON.stringify(value) ?? 'nothing'}, allowed ${allowed}.`)
  }
}

function under(path: string, key: string): string {
  return path ? `${path}.${key}` : key
}
