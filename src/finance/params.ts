import type { Assumptions } from '../assumptions/index.js'

/** The single numbers of finance (`finance.<name>`) by name, as models read them from `params`. */
export function financeParams(assumptions: Assumptions): Record<string, number> {
  return Object.fromEntries(
    assumptions.rows('finance').flatMap(({ id, value }) => {
      const [, name, field] = id.split('.')
      return typeof value === 'number' && field === undefined ? [[name, value]] : []
    }),
  )
}
