import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What was written to one file. */
export interface WrittenFile {
  /** File name, with its folder where it is not the top one. */
  name: string
  /** Data rows, the header not counted. */
  rows: number
  bytes: number
  sha256: string
}

const FLUSH_AT = 1 << 20
const BOM = '\uFEFF'

/** One CSV file (RFC 4180, line feeds), written as a stream: memory stays at about a megabyte. */
export class CsvWriter {
  readonly #name: string
  readonly #handle: FileHandle
  readonly #hash = createHash('sha256')
  #pending = ''
  #rows = 0
  #bytes = 0

  private constructor(name: string, handle: FileHandle) {
    this.#name = name
    this.#handle = handle
  }

  /** Opens a new file, its folder made if missing, with a header whose names stand as they are given. */
  static async create(dir: string, name: string, header: readonly string[], bom = false) {
    const path = join(dir, name)
    await mkdir(dirname(path), { recursive: true })
    const writer = new CsvWriter(name, await open(path, 'wx'))
    writer.#pending = `${bom ? BOM : ''}${header.join(',')}\n`
    return writer
  }

  /** Adds a row of fields that are already CSV: texts through `quoteText`, numbers as they are. */
  write(fields: ReadonlyArray<string | number>): void {
    this.#pending += `${fields.join(',')}\n`
    this.#rows++
  }

  /** Whether enough is waiting for the disk: time to call `flush`. */
  get full(): boolean {
    return this.#pending.length >= FLUSH_AT
  }

  /** Hands what is waiting to the disk. */
  async flush(): Promise<void> {
    const buffer = Buffer.from(this.#pending, 'utf8')
    this.#pending = ''
    this.#hash.update(buffer)
    this.#bytes += buffer.length
    await this.#handle.appendFile(buffer)
  }

  async close(): Promise<WrittenFile> {
    await this.flush()
    await this.#handle.close()
    return {
      name: this.#name,
      rows: this.#rows,
      bytes: this.#bytes,
      sha256: this.#hash.digest('hex'),
    }
  }

  /** Closes the file without finishing it. */
  async abandon(): Promise<void> {
    await this.#handle.close()
  }
}

/**
 * A text as Olist quotes it: in quotes where it starts with a digit (ids, zip prefixes) and where
 * RFC 4180 asks for it; bare otherwise.
 */
export function quoteText(text: string): string {
  return /^\d|[",\r\n]/.test(text) ? quoted(text) : text
}

/** A text in quotes, whatever it holds. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

/** Cents as a decimal number with two places: 1990 is 19.90. */
export function formatCents(cents: number): string {
  const size = Math.abs(cents)
  const whole = Math.floor(size / 100)
  return `${cents < 0 ? '-' : ''}${whole}.${String(size % 100).padStart(2, '0')}`
}
