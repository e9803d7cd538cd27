import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** One step of a how-to: the file that it names last, lines to add, and before or instead of which. */
export interface Step {
  readonly file: string
  readonly added: string
  readonly before: string
  readonly removed: string
}

/** Reads the steps of a how-to: for each block of diff, the last file named before it. */
export function readSteps(path: string): Step[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/`(src\/[^`]+)`:\n\n\s*```diff\n([\s\S]*?)```/g)].map(
    ([, file, block]) => {
      const lines = block!.split('\n').map((line) => line.slice(3))
      const of = (mark: string) =>
        lines
          .filter((line) => line.startsWith(mark))
          .map((line) => line.slice(1))
          .join('\n')
      return { file: file!, added: of('+'), before: of(' '), removed: of('-') }
    },
  )
}

/** The blocks of a page that are written in one language. */
export function blocksOf(path: string, language: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  const block = new RegExp(`\\n\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\``, 'g')
  return [...text.matchAll(block)].map(([, lines]) => lines!)
}

/** A copy of the library with the steps taken, compiled, in a folder of its own. */
export class Copy {
  readonly dir = mkdtempSync(join(tmpdir(), 'causeway-how-to-'))

  constructor(steps: readonly Step[]) {
    for (const name of ['src', 'data', 'package.json']) {
      cpSync(join(root, name), join(this.dir, name), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(this.dir, 'node_modules'))
    for (const step of steps) this.#take(step)
    this.#compile()
  }

  /** Where {@link Copy.run} publishes. */
  get workbench(): string {
    return join(this.dir, 'workbench')
  }

  /**
   * Runs `causeway run` of the copy; its answer.
   *
   * @param assumptions what `data/assumptions.yaml` holds then. Default: what the project's does
   */
  run<T>(assumptions?: string): T {
    if (assumptions !== undefined) {
      writeFileSync(join(this.dir, 'data', 'assumptions.yaml'), assumptions)
    }
    const cli = join(this.dir, 'dist', 'cli.js')
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, 'run', '--json', '--workbench', this.workbench],
      { cwd: this.dir, encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`causeway run ended with ${status}: ${stderr}`)
    return JSON.parse(stdout) as T
  }

  /** A module of the compiled copy. */
  async load<T>(file: string): Promise<T> {
    return import(pathToFileURL(join(this.dir, 'dist', file)).href)
  }

  #take({ file, added, before, removed }: Step): void {
    const path = join(this.dir, file)
    const known = removed || before
    if (known === '') {
      writeFileSync(path, `${added}\n`)
      return
    }
    const parts = readFileSync(path, 'utf8').split(known)
    if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times:\n${known}`)
    writeFileSync(path, `${parts[0]}${added}${removed ? '' : `\n${before}`}${parts[1]}`)
  }

  #compile(): void {
    const from = join(this.dir, 'src')
    for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(ts|sql|json)$/.test(name)) continue
      const text = readFileSync(join(from, name), 'utf8')
      const to = join(this.dir, 'dist', name.replace(/\.ts$/, '.js'))
      mkdirSync(dirname(to), { recursive: true })
      writeFileSync(to, name.endsWith('.ts') ? javascript(text) : text)
    }
  }
}

function javascript(text: string): string {
  const { ESNext } = ts.ModuleKind
  return ts.transpileModule(text, {
    compilerOptions: { module: ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
  }).outputText
}
