import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/** Rooms of src by level: a file imports from its own room and from levels above its line, never below. */
const LEVELS: readonly (readonly string[])[] = [
  ['errors.ts', 'numbers.ts', 'when-needed.ts', 'home.ts', 'threads.ts'],
  ['money', 'random', 'time', 'response', 'yaml.ts', 'kernel.ts'],
  ['format', 'schema'],
  ['assumptions'],
  ['engine'],
  ['stage.ts', 'sources', 'synthetic'],
  ['raw', 'dwh', 'market', 'attribution', 'finance', 'judgment'],
  ['decisions'],
  ['series', 'workbench', 'jupyter'],
  ['notebook'],
  ['report', 'evaluation'],
  ['cells', 'commands'],
  ['cli.ts', 'index.ts'],
]
const STAGES = LEVELS[6]!
const LONGEST = 250

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
)

const roomOf = (file: string) => file.split('/')[0]!
const levelOf = (room: string) => LEVELS.findIndex((rooms) => rooms.includes(room))

/** The files of src that a file names in an import or export; `values` leaves out what is types alone. */
function imported(file: string, values = false): string[] {
  const text = readFileSync(join('src', file), 'utf8')
  const named = values
    ? /^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm
    : /(?:from|import\()\s*'(\.[^']+)'/g
  return [...text.matchAll(named)]
    .map(([, path]) => normalize(join(dirname(file), path!)).replace(/\.js$/, '.ts'))
    .filter((other) => files.includes(other))
}

it('knows every room of src', () => {
  const rooms = readdirSync('src').filter((name) => name !== 'README.md')
  expect(rooms.filter((room) => levelOf(room) < 0)).toEqual([])
  expect(LEVELS.flat().filter((room) => !rooms.includes(room))).toEqual([])
})

it('names every room in src/README.md', () => {
  const readme = readFileSync('src/README.md', 'utf8')
  const named = (room: string) => new RegExp(`\`${room}/?\``).test(readme)
  expect(LEVELS.flat().filter((room) => !named(room))).toEqual([])
})

it('has no arrow up, and no stage that imports another', () => {
  const wrong = files.flatMap((file) =>
    imported(file)
      .filter((other) => {
        const [from, to] = [roomOf(file), roomOf(other)]
        if (from === to) return false
        const isUp = levelOf(to) > levelOf(from)
        return isUp || (STAGES.includes(from) && STAGES.includes(to))
      })
      .map((other) => `${file} -> ${other}`),
  )
  expect(wrong).toEqual([])
})

it('has no circle of files that run', () => {
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, way: readonly string[]) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '))
    if (done.has(file)) return
    done.add(file)
    for (const other of imported(file, true)) visit(other, [...way, file])
  }
  for (const file of files) visit(file, [])
  expect(circles).toEqual([])
})

it('names the driver of the database in one room', () => {
  const naming = files.filter((file) =>
    readFileSync(join('src', file), 'utf8').includes("'@duckdb/node-api'"),
  )
  expect(new Set(naming.map(roomOf))).toEqual(new Set(['engine']))
})

it(`has no file above ${LONGEST} lines`, () => {
  const long = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file))
    .filter((file) => /\.(ts|sql|py)$/.test(file) && statSync(file).isFile())
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONGEST)
  expect(long).toEqual([])
})
