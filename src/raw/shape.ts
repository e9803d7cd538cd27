import { isUtf8 } from 'node:buffer'

export type LineEnd = '\n' | '\r\n'

/** The shape of a CSV file as its bytes show it, found without reading a value. */
export interface FileShape {
  /** Lines of the file, its header included. */
  readonly lines: number
  /** Records after the header: as many as a reader must find. */
  readonly records: number
  /** Lines with nothing on them: they hold no record. */
  readonly blankLines: number
}

// States are held shifted by eight bits, so that a state and a byte together are an index.
const START = 0 << 8
const FIELD = 1 << 8
const UNQUOTED = 2 << 8
const QUOTED = 3 << 8
const CLOSED = 4 << 8
const CR = 5 << 8
const BLANK = 6 << 8
const BLANK_CR = 7 << 8
const QUOTED_BREAK = 8 << 8
const BROKEN = 9 << 8
const TABLE_SIZE = 10 << 8
const QUOTE = 0x22

/** What a reader of shapes has to know of a file. */
export interface ShapeFrame {
  /** Names of the header's fields. */
  readonly columns: readonly string[]
  readonly lineEnd: LineEnd
  /** Code of the character between fields. */
  readonly delimiter: number
}

/**
 * Reads the shape of a CSV file from its bytes: a state machine of RFC 4180 over a table. A file is
 * regular when every record has the header's number of fields, quotes stand where they belong, line
 * ends outside quotes are all alike, no byte is NUL and the text is UTF-8. No reader can be fooled
 * by a regular file.
 */
export class ShapeReader {
  readonly #commasWanted: number
  readonly #next: Uint16Array
  /** No byte above it ends a field. */
  readonly #lastSpecial: number
  #regular = true
  #state = BLANK
  #commas = 0
  #records = -1
  #blankLines = 0
  #quotedBreaks = 0

  constructor({ columns, lineEnd, delimiter }: ShapeFrame) {
    this.#commasWanted = columns.length - 1
    this.#next = transitions(lineEnd, String.fromCharCode(delimiter))
    this.#lastSpecial = Math.max(delimiter, QUOTE)
  }

  /** Takes the next bytes; each chunk but the last ends where a line ends. */
  push(chunk: Buffer): void {
    const bytes = this.#state === BLANK && this.#records < 0 ? withoutBom(chunk) : chunk
    this.#regular = this.#regular && isUtf8(bytes) && this.#step(bytes)
  }

  /** The shape, once all bytes were pushed; undefined when the file is not regular. */
  end(): FileShape | undefined {
    if (!this.#regular || !this.#endsWhole()) return undefined
    const blankLines = this.#blankLines
    const lines = this.#records + 1 + blankLines + this.#quotedBreaks
    return { lines, records: this.#records, blankLines }
  }

  #step(chunk: Buffer): boolean {
    const next = this.#next
    const lastSpecial = this.#lastSpecial
    let state = this.#state
    let commas = this.#commas
    for (let i = 0; i < chunk.length; ) {
      state = next[state | chunk[i++]!]!
      if (state === UNQUOTED || state === QUOTED) {
        while (i < chunk.length && chunk[i]! > lastSpecial) i++
      } else if (state === FIELD) commas++
      else if (state === START && commas === this.#commasWanted) {
        this.#records++
        commas = 0
      } else if (state === BLANK) this.#blankLines++
      else if (state === QUOTED_BREAK) this.#quotedBreaks++
      else if (state === BROKEN || state === START) return false
    }
    this.#state = state
    this.#commas = commas
    return true
  }

  /** The last line may do without a line end, not without a field or a closing quote. */
  #endsWhole(): boolean {
    if (this.#state === START || this.#state === BLANK) return this.#records >= 0
    if (this.#state !== FIELD && this.#state !== UNQUOTED && this.#state !== CLOSED) return false
    this.#records++
    return this.#commas === this.#commasWanted
  }
}

function withoutBom(chunk: Buffer): Buffer {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk
}

/** The next state by `state | byte`. */
function transitions(lineEnd: LineEnd, delimiter: string): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE).fill(BROKEN)
  const on = (state: number, other: number, special: Readonly<Record<string, number>>) => {
    table.fill(other, state + 1, state + 256)
    for (const [character, next] of Object.entries(special)) {
      table[state | character.charCodeAt(0)] = next
    }
  }
  const lf = lineEnd === '\n'
  const afterField = { [delimiter]: FIELD, '\n': lf ? START : BROKEN, '\r': lf ? BROKEN : CR }
  const atRecord = {
    '"': QUOTED,
    [delimiter]: FIELD,
    '\n': lf ? BLANK : BROKEN,
    '\r': lf ? BROKEN : BLANK_CR,
  }
  on(START, UNQUOTED, atRecord)
  on(BLANK, UNQUOTED, atRecord)
  on(FIELD, UNQUOTED, { ...afterField, '"': QUOTED })
  on(UNQUOTED, UNQUOTED, { ...afterField, '"': BROKEN })
  on(QUOTED, QUOTED, { '"': CLOSED, '\n': QUOTED_BREAK })
  on(QUOTED_BREAK, QUOTED, { '"': CLOSED, '\n': QUOTED_BREAK })
  on(CLOSED, BROKEN, { ...afterField, '"': QUOTED })
  on(CR, BROKEN, { '\n': START })
  on(BLANK_CR, BROKEN, { '\n': BLANK })
  return table
}
