import type { SqlFunction } from '../functions.js'
import { bracketed, isWord, nextAt, sqlOf, sqlTokens, type Token } from '../sql-tokens.js'

/** Functions by name, as a session knows them. */
export type SqlFunctions = Readonly<Record<string, SqlFunction>>

/** What DuckDB has and Spark calls otherwise. Java's `$` also stands before a last line end; `\z` does not. */
const NATIVE: SqlFunctions = {
  regexp_full_match: {
    parameters: ['x', 'pattern'],
    body: `regexp_like(x, concat('^(?:', pattern, ')\\z'))`,
  },
  regexp_matches: { parameters: ['x', 'pattern'], body: 'regexp_like(x, pattern)' },
  high_bits: { parameters: ['x'], body: 'shiftright(x, 16)' },
  to_days: { parameters: ['days'], body: 'make_dt_interval(days)' },
  // Spark's weeks begin with another day.
  dayofweek: { parameters: ['x'], body: `(cast(date_part('dayofweek', x) as integer) - 1)` },
  weekday: { parameters: ['x'], body: `(cast(date_part('dayofweek', x) as integer) - 1)` },
  isodow: { parameters: ['x'], body: `cast(date_part('dayofweek_iso', x) as integer)` },
  isoyear: { parameters: ['x'], body: `cast(date_part('yearofweek', x) as integer)` },
  week: { parameters: ['x'], body: 'weekofyear(x)' },
  // A whole number, where Spark's is a DOUBLE.
  sign: { parameters: ['x'], body: 'cast(signum(x) as bigint)' },
  epoch_us: { parameters: ['x'], body: 'unix_micros(cast(x as timestamp))' },
  days_between: { parameters: ['a', 'b'], body: 'cast(datediff(b, a) as bigint)' },
  moved_zone: {
    parameters: ['x', 'source', 'target'],
    body: 'convert_timezone(source, target, x)',
  },
}

/** Words that Spark has another for. */
const WORDS: Readonly<Record<string, string>> = {
  hugeint: 'decimal(38, 0)',
  materialized: '',
  varchar: 'string',
}

/** Functions that Spark has under another name. */
const RENAMED: Readonly<Record<string, string>> = {
  arg_max: 'max_by',
  arg_min: 'min_by',
  exclude: 'except',
  generate_series: 'sequence',
  row: 'struct',
  unnest: 'explode',
}

/** Calls whose arguments, however many, stand within another expression. */
const AROUND: Readonly<Record<string, readonly [before: string, after: string]>> = {
  // A struct as text tells NULLs apart, which xxhash64 passes over.
  hash: ['xxhash64(cast(struct(', ') as string))'],
  // Spark's concat is NULL where one of its texts is.
  concat: [`concat_ws('', `, ')'],
}

/** A number for each row, in no order: a window over all rows has one task, its own function as many as there are. */
const NUMBERING = ['row_number', '(', ')', ' ', 'over', ' ', '(', ')']

/** How the tables of an earlier artifact are called in a session, where names have one part. */
export function sessionName(artifact: string, table: string): string {
  return `${artifact}__${table}`
}

/**
 * SQL in Spark's words. A handful of rules over its tokens: `//` divides integers by `div`, a VARCHAR is a
 * `string`, a table of an earlier artifact has a name of one part, every call of a function of the house
 * is written out, as Spark has no macros, and what laws use besides has Spark's name. What the models may
 * use at all is held by the test of their portability.
 *
 * @param functions those of the house and those made for this session
 * @param artifacts names under which earlier artifacts are attached
 * @throws SyntaxError on a call with too few or too many arguments
 */
export function toSpark(
  sql: string,
  functions: SqlFunctions,
  artifacts: readonly string[] = [],
): string {
  const known = { ...functions, ...NATIVE }
  return sqlOf(translated(sqlTokens(sql), known, artifacts))
}

function translated(
  tokens: readonly Token[],
  functions: SqlFunctions,
  artifacts: readonly string[],
): Token[] {
  const out: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    const call = callAt(tokens, at, functions)
    const otherwise = call ? undefined : otherwiseAt(tokens, at)
    if (call) {
      out.push(...translated(call.written, functions, artifacts))
      at = call.close
    } else if (otherwise) {
      const { before, inside, after, close } = otherwise
      out.push(word(before), ...translated(inside, functions, artifacts), word(after))
      at = close
    } else if (token.text === '//') out.push(word(' div '))
    else if (isWord(token, ...artifacts) && tokens[at + 1]?.text === '.') {
      const { kind, text } = tokens[at + 2]!
      out.push({
        kind,
        text: kind === 'name' ? quoted(token.text, text) : sessionName(token.text, text),
      })
      at += 2
    } else out.push(token)
  }
  return out
}

/** Tokens up to `close` that are said otherwise: words before and after what stays of them. */
interface Said {
  readonly before: string
  readonly inside: readonly Token[]
  readonly after: string
  readonly close: number
}

/** What begins at a place and has other words on Spark. */
function otherwiseAt(tokens: readonly Token[], at: number): Said | undefined {
  const token = tokens[at]!
  if (token.text === '{') return structAt(tokens, at)
  if (token.kind !== 'word') return undefined
  const name = token.text.toLowerCase()
  const open = nextAt(tokens, at)
  const isCall = tokens[open]?.text === '('
  if (isCall && Object.hasOwn(AROUND, name)) {
    const { close } = bracketed(tokens, open)
    const [before, after] = AROUND[name]!
    return { before, inside: tokens.slice(open + 1, close), after, close }
  }
  if (sqlOf(tokens.slice(at, at + NUMBERING.length)) === NUMBERING.join('')) {
    return { ...only('monotonically_increasing_id()'), close: at + NUMBERING.length - 1 }
  }
  const other = isCall ? (RENAMED[name] ?? WORDS[name]) : WORDS[name]
  return other === undefined ? undefined : { ...only(other), close: at }
}

const only = (before: string) => ({ before, inside: [], after: '' })

/** A struct by its fields, `{'a': x}`, up to its closing brace. */
function structAt(tokens: readonly Token[], at: number): Said {
  const close = tokens.findIndex(({ text }, i) => i > at && text === '}')
  const inside = tokens
    .slice(at + 1, close)
    .map((token): Token => (token.text === ':' ? { kind: 'sign', text: ',' } : token))
  return { before: 'named_struct(', inside, after: ')', close }
}

function quoted(artifact: string, table: string): string {
  return `"${sessionName(artifact, table.slice(1, -1))}"`
}

function word(text: string): Token {
  return { kind: 'word', text }
}

/** A call of a known function written out: its expression, in brackets, with the arguments in place. */
function callAt(tokens: readonly Token[], at: number, functions: SqlFunctions) {
  const token = tokens[at]!
  const name = token.text.toLowerCase()
  if (token.kind !== 'word' || !Object.hasOwn(functions, name)) return undefined
  const open = nextAt(tokens, at)
  if (tokens[open]?.text !== '(') return undefined
  const { parameters, body } = functions[name]!
  const { parts, close } = bracketed(tokens, open)
  if (parts.length !== parameters.length) {
    throw new SyntaxError(
      `${name}: got ${parts.length} arguments, needed ${parameters.length} (${parameters.join(', ')}).`,
    )
  }
  const argument = new Map(parameters.map((parameter, i) => [parameter, parts[i]!]))
  const written = sqlTokens(body).flatMap((piece) => {
    const given = piece.kind === 'word' ? argument.get(piece.text) : undefined
    return given ? inBrackets(given) : [piece]
  })
  return { written: inBrackets(written), close }
}

function inBrackets(tokens: readonly Token[]): Token[] {
  return [{ kind: 'sign', text: '(' }, ...tokens, { kind: 'sign', text: ')' }]
}
