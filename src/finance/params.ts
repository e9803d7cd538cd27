import type { Assumptions } from '../assumptions/index.js'

/** The single numbers and words of finance (`finance.<name>`), as models read them from `params`. */
export function financeParams(assumptions: Assumptions): Record<string, number | string> {
  return Object.fromEntries(
    assumptions.rows('finance').flatMap(({ id, value }) => {
      const [, name, field] = id.split('.')
      const isSingle = typeof value === 'number' || typeof value === 'string'
      return isSingle && field === undefined ? [[name, value]] : []
    }),
  )
}
