import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The script beside the pages that makes figures live. */
export const EXPLORE = 'explore.js'

const require = createRequire(import.meta.url)

/** That script: Vega, Vega-Lite and what offers them below a figure, so that it works from a USB stick. */
export function exploreScript(): string {
  const minified = ['vega', 'vega-lite'].map((name) => {
    const path = require.resolve(name).replace(/[^\\/]+$/, `${name}.min.js`)
    return readFileSync(path, 'utf8').replace(/^\/\/# sourceMappingURL.*$/m, '')
  })
  const own = readFileSync(new URL('./explore.js', import.meta.url), 'utf8')
  return [...minified, `{\n${own}}`, ''].join('\n')
}

/** Names the script in a page that has a figure to explore. */
export function exploreTag(body: string): string {
  return body.includes('<metadata>') ? `<script src="${EXPLORE}" defer></script>\n` : ''
}
