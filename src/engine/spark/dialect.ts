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
  to_days: { parameters: ['days'], body: 'make_dt_interval(days)' },
  days_between: { parameters: ['a', 'b'], body: 'cast(datediff(b, a) as bigint)' },
  moved_zone: {
    parameters: ['x', 'source', 'target'],
    body: 'convert_timezone(source, target, x)',
  },
}

/** How the tables of an earlier artifact are called in a session, where names have one part. */
export function sessionName(artifact: string, table: string): string {
  return `${artifact}__${table}`
}

/**
 * A model's SQL in Spark's words. Four rules over its tokens: `//` divides integers by `div`, a VARCHAR
 * is a `string`, a table of an earlier artifact has a name of one part, and every call of a function
 * of the house is written out, as Spark has no macros. What the models may use at all is held by the
 * test of their portability.
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
    if (call) {
      out.push(...translated(call.written, functions, artifacts))
      at = call.close
    } else if (token.text === '//') out.push(word(' div '))
    else if (isWord(token, 'varchar')) out.push(word('string'))
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
