import { countOf, realOf } from '../column.js'

/** Words for the lower end of a range of draws. */
export const low = (what: string) => `${what}: 5% of the draws are lower.`
/** And for the upper one. */
export const high = (what: string) => `${what}: 5% of the draws are higher.`

/** Numbers in the unit of the parameter or assumption that the row is about. */
export const ofParameter = realOf('that of the parameter')
export const ofItsOwn = realOf('its own')
/** Multiples. */
export const times = realOf('times')
/** Answers and figures, which are money as a rule. */
export const centsOrBps = countOf('cents or basis points')
export const centsOrOrders = countOf('cents or orders')
