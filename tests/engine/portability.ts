import { sqlFunctions } from '../../src/engine/functions.js'
import { castFunctions } from '../../src/engine/index.js'
import {
  bracketed,
  isWord,
  nextAt,
  sqlOf,
  sqlTokens,
  type Token,
} from '../../src/engine/sql-tokens.js'

const FUNCTIONS = new Set([
  ...['coalesce', 'nullif', 'greatest', 'least', 'cast', 'try_cast'],
  ...['sum', 'min', 'max', 'count', 'row_number', 'lag', 'lead'],
  ...['lower', 'upper', 'trim', 'replace', 'length', 'substr', 'instr', 'position', 'lpad', 'md5'],
  ...['concat', 'concat_ws', 'regexp_matches', 'regexp_full_match', 'regexp_replace'],
  ...['floor', 'date_trunc', 'to_days'],
  ...Object.keys(sqlFunctions),
  ...Object.keys(castFunctions(2)),
])
/** Words before a bracket that call nothing. */
const GRAMMAR = new Set(
  'in over as and or not on by when then else select from join where exists distinct decimal'.split(
    ' ',
  ),
)
const TYPES = new Set('varchar bigint integer double boolean date timestamp decimal'.split(' '))
const ONE_ENGINE_ONLY = new Set(
  'qualify exclude filter pivot unpivot ilike hugeint asof positional sample'.split(' '),
)

/** What of a model's SQL does not mean the same on DuckDB and on Spark, one line each. */
export function portabilityProblems(sql: string): string[] {
  const tokens = sqlTokens(sql).filter(({ kind }) => kind !== 'space')
  return [
    ...tokens.flatMap((token, at) => wordProblems(tokens, token, at)),
    ...tokens.flatMap((token, at) => (isWord(token, 'over') ? windowProblems(tokens, at) : [])),
    ...selectItems(tokens).flatMap(itemProblems),
  ]
}

function wordProblems(tokens: readonly Token[], token: Token, at: number): string[] {
  const word = token.text.toLowerCase()
  const next = tokens[at + 1]
  if (token.text === '::') return [':: is no cast that both have: cast(x as type)']
  if (token.kind !== 'word') return []
  if (ONE_ENGINE_ONLY.has(word)) return [`${word} is known to one engine only`]
  if (word === 'by' && isWord(next, 'all')) return ['by all is known to one engine only']
  const calls = next?.text === '(' && !FUNCTIONS.has(word) && !GRAMMAR.has(word)
  return calls ? [`${word}() is not on the list of functions`] : castProblems(tokens, at)
}

function castProblems(tokens: readonly Token[], at: number): string[] {
  if (!isWord(tokens[at], 'cast', 'try_cast') || tokens[at + 1]?.text !== '(') return []
  const { close } = bracketed(tokens, at + 1)
  const as = tokens.slice(at, close).findLastIndex((token) => isWord(token, 'as'))
  const type = tokens[at + as + 1]!.text.toLowerCase()
  return TYPES.has(type) ? [] : [`${type} is not a type that both have`]
}

/** DuckDB puts NULLs last, Spark first. */
function windowProblems(tokens: readonly Token[], at: number): string[] {
  const { close } = bracketed(tokens, nextAt(tokens, at))
  const inside = tokens.slice(at + 2, close)
  const order = inside.findIndex((token) => isWord(token, 'order'))
  if (order < 0) return []
  const frame = inside.findIndex((token) => isWord(token, 'rows', 'range'))
  const keys = inside.slice(order + 2, frame < 0 ? undefined : frame)
  const bracket: Token = { kind: 'sign', text: ')' }
  return bracketed([...keys, bracket], -1)
    .parts.filter((key) => !isWord(key.at(-2), 'nulls'))
    .map((key) => `a window's order says not where NULLs stand: ${sqlOf(key)}`)
}

interface Item {
  readonly tokens: readonly Token[]
  /** Of the query itself, not of one inside it. */
  readonly isOutput: boolean
}

/** What the SELECTs of a query list. */
function selectItems(tokens: readonly Token[]): Item[] {
  return tokens.flatMap((token, at) => {
    if (!isWord(token, 'select')) return []
    const isOutput = depthAt(tokens, at) === 0
    const from = isWord(tokens[at + 1], 'distinct') ? at + 2 : at + 1
    const list = tokens.slice(from, endOfList(tokens, from))
    const bracket: Token = { kind: 'sign', text: ')' }
    return bracketed([...list, bracket], -1).parts.map((tokens) => ({ tokens, isOutput }))
  })
}

function depthAt(tokens: readonly Token[], at: number): number {
  const before = tokens.slice(0, at)
  return before.reduce((depth, { text }) => depth + (text === '(' ? 1 : text === ')' ? -1 : 0), 0)
}

function endOfList(tokens: readonly Token[], from: number): number {
  let depth = 0
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.text === '(') depth++
    if (token.text === ')' && depth-- === 0) return at
    if (depth === 0 && isWord(token, 'from', 'union')) return at
  }
  return tokens.length
}

function itemProblems({ tokens, isOutput }: Item): string[] {
  const said = tokens.map(({ text }) => text).join(' ')
  const alias = isWord(tokens.at(-2), 'as') ? tokens.at(-1)!.text : undefined
  const isColumn = /^("?\w+"? \. )?("[^"]+"|\w+|\*)$/.test(said)
  const problems: string[] = []
  if (alias === undefined && !isColumn) problems.push(`an expression has no name: ${said}`)
  if (isWord(tokens[0], 'null')) problems.push(`a NULL has no type: ${said}`)
  const isReal = tokens.some((token) => isWord(token, 'double', 'float', 'real'))
  const divides = tokens.some(({ text }) => text === '/')
  if (divides && !isReal) problems.push(`a quotient may be whole or not: ${said}`)
  if (isReal && /_(cents|bps)$/.test(alias ?? '')) problems.push(`a DOUBLE in money: ${said}`)
  const isBareSum = isOutput && isWord(tokens[0], 'sum')
  if (isBareSum) problems.push(`a sum leaves BIGINT: total(x), or cast(sum(x) as bigint): ${said}`)
  return problems
}
