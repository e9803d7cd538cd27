import { type Mutant, numbered } from './mutant.js'

/** A SQL mutant carries the whole text with the fault in it. */
export interface SqlMutant extends Mutant {
  readonly sql: string
}

interface Change {
  readonly rule: string
  readonly at: number
  readonly from: string
  readonly to: string
}

/** Every fault by rule in the text of a model. */
export function sqlMutants(file: string, sql: string): SqlMutant[] {
  const text = sql.replace(/--[^\n]*/g, (comment) => ' '.repeat(comment.length))
  const changes = [
    ...swaps(text),
    ...conditions(text),
    ...whens(text),
    ...constants(text),
    ...columns(text),
    ...sums(text),
    ...orders(text),
  ]
  const made = changes.map(({ rule, at, from, to }) => ({
    file,
    line: sql.slice(0, at).split('\n').length,
    rule,
    from: from.replaceAll(/\s+/g, ' '),
    to: to.replaceAll(/\s+/g, ' '),
    sql: text.slice(0, at) + to + text.slice(at + from.length),
  }))
  return numbered(made) as SqlMutant[]
}

const SWAPS: readonly (readonly [rule: string, pattern: RegExp, to: string])[] = [
  ['plus to minus', / \+ /g, ' - '],
  ['minus to plus', / - (?=[a-z(])/g, ' + '],
  ['less to less or equal', / < /g, ' <= '],
  ['less or equal to less', / <= /g, ' < '],
  ['more to more or equal', / > /g, ' >= '],
  ['more or equal to more', / >= /g, ' > '],
  ['unequal to equal', / <> /g, ' = '],
  ['inner join to left join', /\binner join\b/g, 'left join'],
  ['left join to inner join', /\bleft join\b/g, 'inner join'],
  ['min to max', /\bmin\(/g, 'max('],
  ['max to min', /\bmax\(/g, 'min('],
  ['least to greatest', /\bleast\(/g, 'greatest('],
  ['greatest to least', /\bgreatest\(/g, 'least('],
  ['is null to is not null', /\bis null\b/g, 'is not null'],
  ['is not null to is null', /\bis not null\b/g, 'is null'],
]

function swaps(sql: string): Change[] {
  return SWAPS.flatMap(([rule, pattern, to]) =>
    [...sql.matchAll(pattern)].map(({ index, 0: from }) => ({ rule, at: index, from, to })),
  )
}

/** Conditions of WHERE and ON: negated, and each part of them dropped. */
function conditions(sql: string): Change[] {
  const clause =
    /\b(where|on)\b([\s\S]*?)(?=\b(?:group by|order by|union|inner join|left join|cross join|where|having|qualify)\b|\n\)|\n\n|$)/g
  return [...sql.matchAll(clause)].flatMap(({ index, 1: word, 2: condition }) => {
    const at = index + word!.length
    const whole = { at, from: condition!, to: ` not (${condition!.trim()})\n` }
    const parts = condition!.split(/\band\b/)
    const dropped = parts.map((_, i) => ({
      rule: `${word} loses a condition`,
      at,
      from: condition!,
      to: parts.map((other, k) => (k === i ? ' true ' : other)).join('and'),
    }))
    return [{ rule: `${word} negated`, ...whole }, ...(balanced(parts) ? dropped : [])]
  })
}

const balanced = (parts: readonly string[]) =>
  parts.every((part) => part.split('(').length === part.split(')').length)

function whens(sql: string): Change[] {
  const pattern =
    /\bwhen\b(?:(?!\b(?:when|case|end)\b)[\s\S])*?\bthen\b(?:(?!\b(?:when|case|else|end)\b)[\s\S])*/g
  return [...sql.matchAll(pattern)].map(({ index, 0: from }) => ({
    rule: 'a WHEN that never holds',
    at: index,
    from,
    to: from.replace(/\bwhen\b/, 'when false and').replace("when false and '", "when null = '"),
  }))
}

function constants(sql: string): Change[] {
  return [...sql.matchAll(/(?<![\w.'])\d+(?![\w.'])/g)].flatMap(({ index, 0: from }) => {
    const value = Number(from)
    return [value + 1, value === 0 ? -1 : value * 2].map((to) => ({
      rule: `constant ${from} to ${to}`,
      at: index,
      from,
      to: String(to),
    }))
  })
}

const KINDS = [
  /_cents$/,
  /_date$/,
  /_clicks$/,
  /_on$/,
  /_bps$/,
  /_at$/,
  /(?:channel|segment|state|category|tier|member)$/,
]

/** A column replaced by another of its kind that the model reads. */
function columns(sql: string): Change[] {
  const used = [...sql.matchAll(/(?<!\bas )(?<![\w{])(?:[a-z]\w*\.)?([a-z]\w*)(?![\w(}])/g)]
  return used.flatMap(({ index, 0: from, 1: name }) => {
    const kind = KINDS.find((pattern) => pattern.test(name!))
    if (!kind) return []
    const names = [...new Set(used.map((other) => other[1]!).filter((other) => kind.test(other)))]
    const next = names[(names.indexOf(name!) + 1) % names.length]!
    if (next === name) return []
    return [{ rule: `${name} to ${next}`, at: index, from, to: from.replace(name!, next) }]
  })
}

/** What is summed is nothing. */
function sums(sql: string): Change[] {
  return [...sql.matchAll(/\b(?:sum|total)\(/g)].map(({ index, 0: word }) => {
    const from = sql.slice(index, closing(sql, index + word.length))
    return {
      rule: 'a sum of nothing',
      at: index,
      from,
      to: `${word}0 * (${from.slice(word.length, -1)}))`,
    }
  })
}

function closing(sql: string, from: number): number {
  let depth = 1
  let at = from
  for (; depth > 0 && at < sql.length; at++) depth += sql[at] === '(' ? 1 : sql[at] === ')' ? -1 : 0
  return at
}

/** An order within a window reversed. */
function orders(sql: string): Change[] {
  return [...sql.matchAll(/\border by ([^()]*?)(?= rows|\n +rows|\))/g)].map(
    ({ index, 0: from }) => ({
      rule: 'order reversed',
      at: index,
      from,
      to: / desc\b/.test(from)
        ? from.replace(/ desc\b/, '')
        : `${from.trimEnd().replace(/ nulls last$/, '')} desc`,
    }),
  )
}
