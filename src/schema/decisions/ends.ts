/** Words for the lower end of a range of draws. */
export const low = (what: string) => `${what}: 5% of the draws are lower.`
/** And for the upper one. */
export const high = (what: string) => `${what}: 5% of the draws are higher.`
