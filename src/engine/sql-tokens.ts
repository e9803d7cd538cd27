const KINDS = ['space', 'text', 'name', 'word', 'number', 'sign'] as const
/** What a piece of SQL is. */
export type TokenKind = (typeof KINDS)[number]

/** A piece of SQL; the pieces joined give the text back. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
}

/** Comments count as space; a quoted text or name may hold its own sign doubled. */
const PIECES =
  /(?<space>\s+|--[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>'(?:[^']|'')*')|(?<name>"(?:[^"]|"")*")|(?<word>[A-Za-z_]\w*)|(?<number>\d+(?:\.\d*)?(?:e[+-]?\d+)?)|(?<sign>\/\/|::|<>|<=|>=|\|\||[\s\S])/gi

/** Splits SQL into its pieces. */
export function sqlTokens(sql: string): Token[] {
  return [...sql.matchAll(PIECES)].map(({ 0: text, groups }) => {
    const kind = KINDS.find((name) => groups![name] !== undefined)!
    return { kind, text }
  })
}

/** The pieces as SQL again. */
export function sqlOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('')
}

/** Whether a piece is a certain word, whatever its case. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toLowerCase())
}

/** Where the next piece after a place stands that is no space; the end when there is none. */
export function nextAt(tokens: readonly Token[], at: number): number {
  let next = at + 1
  while (tokens[next]?.kind === 'space') next++
  return next
}

/**
 * What stands between a bracket and its partner, split at the commas that are not inside other
 * brackets.
 *
 * @param open where the opening bracket stands
 * @throws SyntaxError when it is never closed
 */
export function bracketed(
  tokens: readonly Token[],
  open: number,
): { readonly parts: Token[][]; readonly close: number } {
  const parts: Token[][] = [[]]
  let depth = 1
  for (let at = open + 1; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.text === '(') depth++
    if (token.text === ')' && --depth === 0) return { parts, close: at }
    if (token.text === ',' && depth === 1) parts.push([])
    else parts.at(-1)!.push(token)
  }
  throw new SyntaxError(`A bracket is never closed: ${sqlOf(tokens.slice(open, open + 12))}`)
}
