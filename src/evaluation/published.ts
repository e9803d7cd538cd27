import { readFileSync } from 'node:fs'
import type { MethodScore } from './evaluate.js'

/** The worlds that scores are published for, and how many orders each has. */
export const PUBLISHED = { worlds: ['abundant', 'scarce', 'baseline'], orders: 2_000 } as const

/** The scores of this version as `evaluateAttribution` gives them in three worlds of 2,000 orders; no world is made. */
export function publishedScores(): MethodScore[] {
  const file = new URL('./published-scores.json', import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}
