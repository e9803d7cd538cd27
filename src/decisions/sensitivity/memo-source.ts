import type { SqlSource, Value } from '../../engine/index.js'

/** A source that is asked each question once, however often its answer is wanted. */
export function memoSource(source: SqlSource): SqlSource {
  const known = new Map<string, Promise<unknown[]>>()
  return {
    rows<T>(sql: string, ...parameters: Value[]): Promise<T[]> {
      const question = JSON.stringify([sql, parameters])
      const answer = known.get(question) ?? source.rows<T>(sql, ...parameters)
      known.set(question, answer)
      return answer as Promise<T[]>
    },
  }
}
