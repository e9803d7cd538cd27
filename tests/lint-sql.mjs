// Lints the SQL models with sqlfluff, installed once into the project's .venv. Run by `npm run lint:sql`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pipInstall } from './pip.mjs'

const bin = join('.venv', process.platform === 'win32' ? 'Scripts' : 'bin')
const python = join(bin, 'python')

if (!existsSync(python)) {
  console.error('lint:sql: there is no .venv. `npm start` makes one.')
  process.exit(1)
}
pipInstall(python, 'sqlfluff', '4.5.0')
const lint = ['-m', 'sqlfluff', 'lint', 'src', '--disable-progress-bar']
process.exitCode = spawnSync(python, lint, { stdio: 'inherit' }).status ?? 1
