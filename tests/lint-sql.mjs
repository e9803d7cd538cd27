// Lints the SQL models with sqlfluff, installed once into the project's .venv. Run by `npm run lint:sql`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const VERSION = '4.5.0'
const bin = join('.venv', process.platform === 'win32' ? 'Scripts' : 'bin')
const python = join(bin, 'python')
const run = (command, ...args) => spawnSync(command, args, { stdio: 'inherit' }).status ?? 1

if (!existsSync(python)) {
  console.error('lint:sql: there is no .venv. `npm start` makes one.')
  process.exit(1)
}
const known = spawnSync(python, ['-m', 'sqlfluff', '--version'], { encoding: 'utf8' })
if (!known.stdout.includes(VERSION)) {
  run(
    python,
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    `sqlfluff==${VERSION}`,
  )
}
process.exitCode = run(python, '-m', 'sqlfluff', 'lint', 'src', '--disable-progress-bar')
