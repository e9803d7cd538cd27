const ACRONYMS = /\b(gmv|cac|mrr|roi|sla|ctr|cpm|cogs|id|pnl|sql|csv|tv)\b/gi

/** Names of days as they are written. */
const DAYS = [
  'Black Friday',
  'Boxing Day',
  'Carnival Tuesday',
  "Children's Day",
  'Christmas Eve',
  'Christmas',
  'Cyber Monday',
  'Dia dos Namorados',
  "Father's Day",
  'Independence Day',
  "Mother's Day",
  'New Year',
  "Parents' Day",
  'Republic Day',
  "Singles' Day",
  "Valentine's Day",
  'White Day',
].map((day) => [new RegExp(`\\b${day.replace("'", '')}\\b`, 'gi'), day] as const)

/** A code name in plain words: `no_response` is No response, `loaded_cac` is Loaded CAC, `black_friday` Black Friday. */
export function inWords(name: string): string {
  const words = name.replaceAll('_', ' ').trim()
  const sentence = words.charAt(0).toUpperCase() + words.slice(1)
  const spelt = sentence
    .replace(ACRONYMS, (word) => word.toUpperCase())
    .replace(/\bPNL\b/g, 'P&L')
    .replace(/\brun up$/, 'run-up')
  return DAYS.reduce((text, [found, day]) => text.replace(found, day), spelt)
}

/** "1 row", "2 rows", with the number written as `shown` when given. */
export function counted(count: number, noun: string, shown = String(count)): string {
  return `${shown} ${noun}${count === 1 ? '' : 's'}`
}
