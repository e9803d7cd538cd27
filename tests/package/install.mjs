// Packs the library, installs it in an empty folder as a stranger would, and uses it there: the
// command under every supported Node, the types in a strict project, import and require.
// Run by `npm run package-test`; needs a registry.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const NODES = ['22', '24']
const project = resolve(import.meta.dirname, '..', '..')
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'causeway package ')))
const consumer = join(folder, 'consumer')

const run = (command, args, options = {}) =>
  execFileSync(command, args, { encoding: 'utf8', cwd: consumer, maxBuffer: 1 << 26, ...options })
const check = (what, isTrue) => {
  if (!isTrue) throw new Error(`package: ${what} does not hold`)
  console.log(`package: ${what}`)
}

try {
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: project }),
  )
  const names = packed.files.map(({ path }) => path)
  check(
    'holds what runs, and no sources or tests',
    names.every((name) =>
      /^(dist\/|data\/sample\/|docs\/(how-well-it-does|beside-other-tools)\.md$|docs\/figures\/|notebooks\/.*\.ipynb$|README|LICENSE|CHANGELOG|package\.json)/.test(
        name,
      ),
    ) && names.includes('dist/cli.js'),
  )
  run('mkdir', ['-p', consumer], { cwd: folder })
  run('npm', ['init', '-y'])
  run('npm', ['install', '--no-audit', '--no-fund', join(folder, packed.filename)])
  const before = contents(join(consumer, 'node_modules', 'causeway'))
  check(
    'does not bring danfojs',
    !readdirSync(join(consumer, 'node_modules')).includes('danfojs-node'),
  )
  strictTypes()
  for (const node of [process.execPath, ...NODES.map(nodeBinary)]) useWith(node)
  check(
    'nothing is written where it is installed',
    contents(join(consumer, 'node_modules', 'causeway')) === before,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** A Node of another version, from the registry, outside the consumer. */
function nodeBinary(version) {
  const name = `node-${process.platform}-${process.arch}`
  const home = join(folder, `node${version}`)
  run('npm', ['install', '--no-audit', '--no-fund', '--prefix', home, `${name}@${version}`], {
    cwd: folder,
  })
  return join(home, 'node_modules', name, 'bin', 'node')
}

function useWith(node) {
  const version = run(node, ['--version']).trim()
  const cli = join(consumer, 'node_modules', 'causeway', 'dist', 'cli.js')
  const shop = `shop-${version}`
  run(node, [cli, 'init', shop])
  const shown = run(node, [cli, 'run'], {
    cwd: join(consumer, shop),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  check(`init and run under Node ${version}`, /The business (made|lost)/.test(shown))
  const made = readdirSync(join(consumer, shop)).sort().join(' ')
  check(
    `its results are in the shop's folder under Node ${version}`,
    made === '.causeway README.md data notebooks reports',
  )
  const required = run(node, ['-e', "console.log(typeof require('causeway').openWorkbench)"])
  check(`require works under Node ${version}`, required.trim() === 'function')
  writeFileSync(
    join(consumer, 'esm.mjs'),
    "import { openWorkbench } from 'causeway'\nconsole.log(typeof openWorkbench)\n",
  )
  check(`import works under Node ${version}`, run(node, ['esm.mjs']).trim() === 'function')
}

function strictTypes() {
  writeFileSync(
    join(consumer, 'typed.mts'),
    `import { openWorkbench, type Verdict } from 'causeway'
const table = await openWorkbench().query<{ channel: string }>('select channel from market.dim_channel')
export const channels: string[] = table.objects().map((row) => row.channel)
export type Answer = Verdict
`,
  )
  writeFileSync(
    join(consumer, 'typed.cts'),
    "import causeway = require('causeway')\nexport const open = causeway.openWorkbench\n",
  )
  const tsc = join(project, 'node_modules', 'typescript', 'bin', 'tsc')
  const flags = [
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--skipLibCheck',
    'false',
  ]
  run(process.execPath, [tsc, '--noEmit', ...flags, 'typed.mts', 'typed.cts'], { stdio: 'inherit' })
  check('types compile in a strict project', true)
}

/** A hash over the names and bytes of all files of a folder. */
function contents(dir) {
  const hash = createHash('sha256')
  for (const name of readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()) {
    hash.update(`${name}\0`).update(readFileSync(name))
  }
  return hash.digest('hex')
}
