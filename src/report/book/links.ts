import { escapeHtml } from '../../format/html.js'
import { type AssumptionGroup, covers } from './assumption-groups.js'

export const DICTIONARY = 'dictionary.html'

/** Where a thing stands on the dictionary's page. */
export const anchors = {
  table: (name: string) => `table-${name}`,
  law: (id: string) => `law-${id}`,
  laws: (stage: string) => `laws-${stage}`,
  assumption: (pattern: string) => `assumption-${pattern}`,
  assumptions: (stage: string) => `assumptions-${stage}`,
} as const

/**
 * A name as code that leads to where the dictionary explains it.
 *
 * @param from the file on which the link stands
 */
export function dictionaryLink(kind: keyof typeof anchors, name: string, from: string): string {
  const file = from === DICTIONARY ? '' : DICTIONARY
  return `<a href="${file}#${anchors[kind](name)}"><code>${escapeHtml(name)}</code></a>`
}

/** Links one after another, with a word in front; nothing where there is none. */
export function linkLine(word: string, links: readonly string[]): string {
  return links.length === 0 ? '' : `<p class="links"><b>${word}</b> ${links.join(', ')}</p>`
}

const MOST = 8

/** Links to the assumptions that some needs cover; to those of the whole stage where a need covers many. */
export function assumptionLinks(
  needs: readonly string[],
  groups: readonly AssumptionGroup[],
): string[] {
  return needs.flatMap((need) => {
    const found = groups.filter(({ pattern }) => covers(need, pattern) || covers(pattern, need))
    if (found.length <= MOST) {
      return found.map(({ pattern }) => dictionaryLink('assumption', pattern, DICTIONARY))
    }
    const stage = need.split('.')[0]!
    return [`<a href="#${anchors.assumptions(stage)}"><code>${need}</code></a>`]
  })
}
