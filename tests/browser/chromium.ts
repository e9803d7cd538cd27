import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium of this machine: the one that CAUSEWAY_CHROMIUM names, else where systems put it. */
export const chromiumPath = [process.env.CAUSEWAY_CHROMIUM ?? '', ...PLACES].find(
  (path) => path !== '' && existsSync(path),
)

/** What a block of tests is called: with what to install where it is skipped. */
export function inBrowser(what: string): string {
  if (chromiumPath) return what
  return `${what}: SKIPPED, no Chromium is found (Debian: apt-get install chromium; else name one in CAUSEWAY_CHROMIUM)`
}

export function openChromium(): Promise<Browser> {
  const { CAUSEWAY_CHROMIUM: _, ...env } = process.env
  return chromium.launch({
    executablePath: chromiumPath!,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    env: env as Record<string, string>,
  })
}
