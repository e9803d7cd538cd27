const ACRONYMS = /\b(gmv|cac|mrr|roi|sla|ctr|cpm|cogs|id|pnl|sql|csv|tv)\b/gi

/** A code name in plain words: `no_response` is No response, `loaded_cac` is Loaded CAC. */
export function inWords(name: string): string {
  const words = name.replaceAll('_', ' ').trim()
  const sentence = words.charAt(0).toUpperCase() + words.slice(1)
  return sentence.replace(ACRONYMS, (word) => word.toUpperCase()).replace(/\bPNL\b/g, 'P&L')
}

/** "1 row", "2 rows", with the number written as `shown` when given. */
export function counted(count: number, noun: string, shown = String(count)): string {
  return `${shown} ${noun}${count === 1 ? '' : 's'}`
}
