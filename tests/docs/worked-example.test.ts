import { describe, expect, it } from 'vitest'
import * as causeway from '../../src/index.js'
import { blocksOf } from './how-to.js'

/** One line of the example and what it says it gives. */
interface Claim {
  readonly line: string
  readonly got: unknown
  readonly said: unknown
}

/** Runs the example's lines in order; each `// =>` becomes a claim about its line. */
function claimsOf(blocks: readonly string[]): Claim[] {
  const claims: Claim[] = []
  const program = blocks
    .join('\n')
    .replace(/^import (.*) from 'causeway'$/m, 'const $1 = causeway')
    .replaceAll(/^(?:const (\w+) = )?(.*) \/\/ => (.*)$/gm, (line, name, expression, said) => {
      const of = JSON.stringify(line)
      return name
        ? `const ${name} = ${expression}; claim(${of}, ${name}, ${said})`
        : `claim(${of}, ${expression}, ${said})`
    })
  new Function('causeway', 'claim', program)(
    causeway,
    (line: string, got: unknown, said: unknown) => claims.push({ line, got, said }),
  )
  return claims
}

describe('the worked example of how the model works', () => {
  const claims = claimsOf(blocksOf('docs/how-the-model-works.md', 'ts'))

  it('says what each of its steps gives', () => {
    expect(claims).toHaveLength(19)
  })

  it.each(claims)('$line', ({ got, said }) => {
    if (!Array.isArray(said)) return expect(got).toBeCloseTo(said as number, 9)
    expect(got).toHaveLength(said.length)
    for (const [i, value] of said.entries()) expect((got as number[])[i]).toBeCloseTo(value, 9)
  })
})
