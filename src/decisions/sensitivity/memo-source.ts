import type { SqlSource, Value } from '../../engine/index.js'

/** Answers by question, as {@link memoSource} had them: plain data. */
export type Answers = ReadonlyMap<string, readonly unknown[]>

/** A source that is asked each question once, however often its answer is wanted. */
export interface MemoSource extends SqlSource {
  /** All answers so far. */
  answers(): Promise<Answers>
}

/** Remembers the answers of a source. */
export function memoSource(source: SqlSource): MemoSource {
  const known = new Map<string, Promise<unknown[]>>()
  return {
    rows<T>(sql: string, ...parameters: Value[]): Promise<T[]> {
      const question = questionOf(sql, parameters)
      const answer = known.get(question) ?? source.rows<T>(sql, ...parameters)
      known.set(question, answer)
      return answer as Promise<T[]>
    },
    async answers() {
      const settled = [...known].map(
        async ([question, answer]) => [question, await answer] as const,
      )
      return new Map(await Promise.all(settled))
    },
  }
}

/** A source that knows these answers and no other. */
export function answeredSource(answers: Answers): SqlSource {
  return {
    async rows<T>(sql: string, ...parameters: Value[]): Promise<T[]> {
      const answer = answers.get(questionOf(sql, parameters))
      if (answer) return answer as T[]
      throw new RangeError(`Nobody has asked this before: ${sql}`)
    },
  }
}

function questionOf(sql: string, parameters: readonly Value[]): string {
  return JSON.stringify([sql, parameters])
}
