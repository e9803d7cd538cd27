// npm run mutants: makes faults by rule in the pipeline and reports which ones the laws alone see.
// Arguments: --one-in N tries a share of them, drawn by --seed TEXT, or by the commit where TEXT is `commit`
// (default: the first share); --only PATTERN those whose id fits; --workers N; --record writes the score
// that documents cite; --strict fails where a fault that changes a table is not seen. Outcomes are kept, so
// that a run can be resumed, unless --fresh; --again PATTERN tries those anew whose outcome fits, as
// 'same|survived' or the name of a file.
import { execFileSync, fork } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, 'reports', 'mutants')
const flag = (name, other) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? other : process.argv[at + 1]
}
const oneIn = flag('one-in', '1')
const commit = () =>
  execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
const seed = flag('seed', '') === 'commit' ? commit() : flag('seed', '')
/** Which share of the mutants: what the seed comes to, letter by letter. */
const share = [...seed].reduce((sum, char) => sum + char.charCodeAt(0), 0) % Number(oneIn)
const only = flag('only', '.')
const workers = Number(flag('workers', String(Math.min(2, cpus().length))))
const outcomes = join(root, 'reports', 'mutants.jsonl')
const MUTATED =
  /^src\/(market\/(engine|plan|season)\/|market\/(read-market|channel|demand)\.ts|attribution\/|money\/|response\/(?!parameter|curve-kind|kernel-kind|.*\/parameters))(?!.*(compare|index\.ts|lot-history|draws|plan-rows|spend-plan|published-plan|plan-notes))/

const compile = (text) =>
  ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    },
  }).outputText

/** Compiles the library and the tests beside it into the cache, every mutant with them. */
function build(instrument) {
  const mutants = []
  for (const room of [
    'src',
    'tests/mutants',
    'tests/marketplaces',
    'tests/synthetic',
    'tests/judgment',
    'tests/sources',
  ]) {
    for (const name of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })) {
      const file = `${room}/${name}`
      const to = join(cache, file.replace(/\.ts$/, '.js'))
      if (!/\.[a-z0-9]+$/.test(name) || /\.test\.ts$/.test(name)) continue
      mkdirSync(dirname(to), { recursive: true })
      if (!file.endsWith('.ts')) {
        cpSync(join(root, file), to)
        continue
      }
      let text = readFileSync(join(root, file), 'utf8')
      if (MUTATED.test(file)) {
        const made = instrument(file, text)
        text = made.code
        mutants.push(...made.mutants)
      }
      writeFileSync(to, compile(text))
    }
  }
  return mutants
}

rmSync(cache, { recursive: true, force: true })
mkdirSync(cache, { recursive: true })
cpSync(join(root, 'package.json'), join(cache, 'package.json'))
cpSync(join(root, 'data'), join(cache, 'data'), { recursive: true })
for (const name of ['mutant', 'ts-mutants']) {
  const to = join(cache, 'tests', 'mutants', `${name}.js`)
  mkdirSync(dirname(to), { recursive: true })
  writeFileSync(to, compile(readFileSync(join(root, 'tests', 'mutants', `${name}.ts`), 'utf8')))
}
const { instrument } = await import(join(cache, 'tests/mutants/ts-mutants.js'))
const mutants = build(instrument)
const { equivalent } = await import(join(cache, 'tests/mutants/equivalent.js'))
const isExcused = ({ id, file, line }) => {
  const text = readFileSync(join(root, file), 'utf8').split('\n')[line - 1]
  return equivalent(id, text) ? 1 : 0
}
// Those with a reason last: they are the slow ones, and tell the least.
mutants.sort((a, b) => isExcused(a) - isExcused(b))
writeFileSync(join(cache, 'ts-mutants.json'), JSON.stringify(mutants))
mkdirSync(dirname(outcomes), { recursive: true })
const again = flag('again', '(?!)')
const isFresh = process.argv.includes('--fresh') || !existsSync(outcomes)
const kept = isFresh ? [] : readFileSync(outcomes, 'utf8').split('\n').filter(Boolean)
writeFileSync(
  outcomes,
  kept.map((line) => (new RegExp(again).test(line) ? '' : `${line}\n`)).join(''),
)

/** One worker until its share is done; one that hangs is ended, its mutant noted, and begun again. */
function work(nth) {
  return new Promise((resolve, reject) => {
    const begin = () => {
      const child = fork(join(cache, 'tests/mutants/worker.js'), [
        String(nth),
        String(workers),
        oneIn,
        String(share),
        outcomes,
        only,
      ])
      let now
      child.on('message', (message) => {
        if (message.left !== undefined) console.error(`worker ${nth}: ${message.left} mutants`)
        now = message.now
      })
      child.on('exit', (code, signal) => {
        if (code === 0) return resolve()
        if (!now || !signal) return reject(new Error(`worker ${nth} ended with ${code} at ${now}`))
        appendFileSync(
          outcomes,
          `${JSON.stringify({ id: now, result: 'killed', by: 'never ends' })}\n`,
        )
        begin()
      })
    }
    begin()
  })
}

console.error(`share ${share} of ${oneIn}${seed ? `, drawn by --seed ${seed}` : ''}`)
await Promise.all(Array.from({ length: workers }, (_, nth) => work(nth)))
const { report, tallied } = await import(join(cache, 'tests/mutants/report.js'))
const lines = readFileSync(outcomes, 'utf8')
console.log(report(lines, root))
const tallies = tallied(lines, root)
const ofStages = Object.fromEntries([...tallies].filter(([name]) => !name.includes('/')).sort())
if (process.argv.includes('--record')) {
  const { marketplaces } = await import(join(cache, 'tests/mutants/marketplaces.js'))
  const found = { oneIn: Number(oneIn), marketplaces: marketplaces.length, tallies: ofStages }
  const score = JSON.stringify(found, null, 2)
  writeFileSync(join(root, 'tests', 'mutants', 'score.json'), `${score}\n`)
}
if (process.argv.includes('--strict') && tallies.get('all').survived > 0) process.exit(1)
