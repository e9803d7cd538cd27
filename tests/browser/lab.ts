import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'

/** A running JupyterLab. */
export interface Lab {
  readonly url: string
  printed(): string
  stop(): Promise<void>
}

/** What became of a code cell: its number, and the kinds of what it shows. */
export interface CellResult {
  readonly source: string
  readonly executed: number | null
  readonly outputs: readonly string[]
}

/** Settings under which every cell stays drawn, none is asked for news, and a test reaches the application. */
const SETTINGS: Readonly<Record<string, unknown>> = {
  'jupyter_lab_config.json': { LabApp: { expose_app_in_browser: true } },
  'lab/user-settings/@jupyterlab/notebook-extension/tracker.jupyterlab-settings': {
    windowingMode: 'none',
  },
  'lab/user-settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings': {
    fetchNews: 'false',
    checkForUpdates: false,
  },
}

/** Starts `causeway lab` over the project in `home` and waits until it tells its address. */
export async function startLab(home: string): Promise<Lab> {
  const config = join(home, 'config')
  for (const [name, settings] of Object.entries(SETTINGS)) {
    mkdirSync(dirname(join(config, name)), { recursive: true })
    writeFileSync(join(config, name), JSON.stringify(settings))
  }
  const args = ['dist/cli.js', 'lab', '--no-browser', '--data', 'data/sample']
  const env = { ...process.env, CAUSEWAY_HOME: home, JUPYTER_CONFIG_DIR: config }
  const server = spawn(process.execPath, args, { env })
  const ended = new Promise((done) => server.once('close', done))
  let printed = ''
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  const stop = async () => {
    server.kill('SIGTERM')
    await ended
  }
  for (let i = 0; i < 2400 && server.exitCode === null; i++) {
    const url = /http:\/\/localhost:\S+/.exec(printed)?.[0]
    if (url) return { url, printed: () => printed, stop }
    await new Promise((done) => setTimeout(done, 250))
  }
  await stop()
  throw new Error(`JupyterLab told no address: ${printed}`)
}

/** Opens a notebook and waits until its kernel is ready. */
export async function openNotebook(page: Page, path: string): Promise<void> {
  await page.waitForFunction(() => 'jupyterapp' in globalThis, undefined, { timeout: 300_000 })
  await page.evaluate(async (path) => {
    const { jupyterapp: app } = globalThis as unknown as { jupyterapp: JupyterApp }
    await app.restored
    const opened = await app.commands.execute('docmanager:open', { path })
    await opened.context.ready
    await opened.sessionContext.ready
    await opened.sessionContext.session.kernel.info
  }, path)
}

/** Adds a cell of code at the end of the open notebook. */
export function addCell(page: Page, source: string): Promise<void> {
  return page.evaluate((source) => {
    const { jupyterapp: app } = globalThis as unknown as { jupyterapp: JupyterApp }
    const { sharedModel } = app.shell.currentWidget.content.model
    sharedModel.addCell({ cell_type: 'code', source })
  }, source)
}

/** Runs every cell of the open notebook, waits for the last, and tells what became of each. */
export function runWhole(page: Page): Promise<CellResult[]> {
  return page.evaluate(async () => {
    const { jupyterapp: app } = globalThis as unknown as { jupyterapp: JupyterApp }
    await app.commands.execute('notebook:run-all-cells')
    const { cells } = app.shell.currentWidget.content.model
    const kindOf = ({ output_type: type, data }: NotebookOutput) =>
      data?.['image/svg+xml'] === undefined ? type : 'figure'
    return [...cells]
      .map((cell) => cell.toJSON())
      .filter(({ cell_type }) => cell_type === 'code')
      .map(({ source, execution_count: executed, outputs }) => {
        return { source: String(source), executed, outputs: outputs.map(kindOf) }
      })
  })
}

/** The parts of JupyterLab's application that a test calls; it has no types of its own here. */
interface JupyterApp {
  readonly restored: Promise<void>
  readonly commands: {
    execute(name: string, args?: object): Promise<OpenedNotebook>
  }
  readonly shell: {
    readonly currentWidget: {
      readonly content: {
        readonly model: {
          readonly cells: Iterable<{ toJSON(): NotebookCell }>
          readonly sharedModel: { addCell(cell: object): void }
        }
      }
    }
  }
}

interface OpenedNotebook {
  readonly context: { readonly ready: Promise<void> }
  readonly sessionContext: {
    readonly ready: Promise<void>
    readonly session: { readonly kernel: { readonly info: Promise<unknown> } }
  }
}

interface NotebookCell {
  readonly cell_type: string
  readonly source: string | string[]
  readonly execution_count: number | null
  readonly outputs: readonly NotebookOutput[]
}

interface NotebookOutput {
  readonly output_type: string
  readonly data?: Readonly<Record<string, unknown>>
}
