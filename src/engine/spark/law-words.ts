import type { SqlFunction } from '../functions.js'
import { isWord, nextAt, type Token } from '../sql-tokens.js'

/**
 * What laws call beside the functions of models, in Spark's words. Laws take another path than models on
 * purpose, in SQL of their own.
 */
export const LAW_FUNCTIONS: Readonly<Record<string, SqlFunction>> = {
  sign: { parameters: ['x'], body: 'cast(signum(x) as bigint)' },
  arg_min: { parameters: ['x', 'by_key'], body: 'min_by(x, by_key)' },
  epoch_us: { parameters: ['x'], body: 'unix_micros(cast(x as timestamp_ltz))' },
  unnest: { parameters: ['x'], body: 'explode(x)' },
  generate_series: { parameters: ['a', 'b', 'step'], body: 'sequence(a, b, step)' },
  range: {
    parameters: ['a', 'b'],
    body: 'case when a < b then sequence(cast(a as bigint), b - 1) else array() end',
  },
  try_strptime: { parameters: ['x', 'format'], body: 'try_to_timestamp(x, format)' },
}

const WORDS: Readonly<Record<string, string>> = {
  hugeint: 'decimal(38, 0)',
  materialized: '',
  exclude: 'except',
}
const SIGNS: Readonly<Record<string, string>> = { '{': 'named_struct(', '}': ')' }
const DATE_PARTS: Readonly<Record<string, string>> = {
  '%Y': 'y',
  '%m': 'M',
  '%d': 'd',
  '%H': 'H',
  '%M': 'm',
  '%S': 's',
}

/** Writes what laws have beside the SQL of models as Spark has it. */
export function lawWords(tokens: readonly Token[]): Token[] {
  const out = tokens.map((token) => ({ ...token }))
  let braces = 0
  tokens.forEach((token, at) => {
    const { kind, text } = token
    const next = tokens[nextAt(tokens, at)]
    const said = out[at]!
    if (text === '{') braces++
    if (text === '}') braces--
    if (kind === 'sign') said.text = SIGNS[text] ?? (text === ':' && braces > 0 ? ',' : said.text)
    if (kind === 'text' && text.includes('%Y')) {
      said.text = text.replace(/%[YmdHMS]/g, (part) => DATE_PARTS[part]!)
    }
    if (kind === 'word') said.text = WORDS[text.toLowerCase()] ?? said.text
    if (isWord(token, 'row') && next?.text === '(') said.text = 'struct'
    const inside = nextAt(tokens, nextAt(tokens, at))
    if (next?.text !== '(') return
    if (isWord(token, 'date_diff')) out[inside]!.text = tokens[inside]!.text.replaceAll("'", '')
    if (isWord(token, 'filter') && !isWord(tokens[inside], 'where')) {
      out[inside]!.text = `where ${out[inside]!.text}`
    }
  })
  return out
}
