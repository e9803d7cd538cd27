import { fileURLToPath } from 'node:url'
import { describeEvent, parseEvent } from './events.js'
import { runProcess } from './process.js'
import type { OnProgress } from './progress.js'

/** One executed notebook to render, and the two files. */
export interface Page {
  name: string
  notebook: string
  html: string
}

export interface RenderOptions {
  python: string
  env: NodeJS.ProcessEnv
  pages: readonly Page[]
  onProgress: OnProgress
}

/** Renders the content of executed notebooks as HTML whose links lead to each other's pages, in one process. */
export async function renderNotebooks(options: RenderOptions): Promise<void> {
  const templates = fileURLToPath(new URL('./templates', import.meta.url))
  const ran = await runProcess({
    command: options.python,
    args: [fileURLToPath(new URL('./render.py', import.meta.url))],
    env: options.env,
    input: JSON.stringify({ templates, pages: options.pages }),
    onLine: (line) => {
      const event = parseEvent(line)
      const progress = event && describeEvent(event)
      if (progress !== undefined) options.onProgress(progress)
    },
  })
  if (ran.status !== 0) {
    const tail = ran.stderr.trim().split('\n').slice(-15).join('\n')
    throw new Error(`The executed notebooks could not be rendered.\n\n${tail}`)
  }
}
