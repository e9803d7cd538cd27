/** Random integers below a bound, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

type Random = (below: number) => number
type Mutation = (bytes: Buffer, random: Random) => Buffer

const spliced = (bytes: Buffer, at: number, remove: number, insert: Buffer | string): Buffer =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(insert as string), bytes.subarray(at + remove)])

const inserting =
  (text: string | Buffer): Mutation =>
  (bytes, random) =>
    spliced(bytes, random(bytes.length + 1), 0, text)

/** Replaces one occurrence of a byte, somewhere. */
const replacing =
  (byte: string, by: string): Mutation =>
  (bytes, random) => {
    const at = bytes.indexOf(byte, random(bytes.length))
    return at < 0 ? bytes : spliced(bytes, at, 1, by)
  }

const inLines =
  (change: (lines: string[], random: Random) => void): Mutation =>
  (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n')
    change(lines, random)
    return Buffer.from(lines.join('\n'), 'latin1')
  }

const swappedFields = (line: string, random: Random): string => {
  const fields = line.split(',')
  const [a, b] = [random(fields.length), random(fields.length)]
  const first = fields[a]!
  fields[a] = fields[b]!
  fields[b] = first
  return fields.join(',')
}

const mutations: readonly Mutation[] = [
  (bytes, random) => {
    const copy = Buffer.from(bytes)
    if (copy.length > 0) copy[random(copy.length)]! ^= 1 << random(8)
    return copy
  },
  (bytes, random) => spliced(bytes, random(bytes.length + 1), 1 + random(5), ''),
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  inserting('"'),
  inserting(','),
  inserting('\n'),
  inserting('\r'),
  inserting('\r\n'),
  inserting('\u0000'),
  inserting('""'),
  inserting(' "'),
  inserting(Buffer.from([0xe3])),
  inserting('\ufeff'),
  replacing('"', ''),
  replacing(',', ';'),
  replacing(',', ''),
  replacing('\n', ''),
  replacing('\n', '\r\n'),
  inLines((lines, random) => lines.splice(random(lines.length), 1)),
  inLines((lines, random) => lines.splice(random(lines.length), 0, lines[random(lines.length)]!)),
  inLines((lines, random) => {
    const i = random(lines.length)
    lines[i] = swappedFields(lines[i]!, random)
  }),
  inLines((lines, random) => {
    lines[0] = swappedFields(lines[0]!, random)
  }),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll(',', ';'), 'latin1'),
  (bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes]),
]

/** The bytes after one to four random mutations. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  let mutated = bytes
  for (let times = 1 + random(4); times > 0; times--) {
    mutated = mutations[random(mutations.length)]!(mutated, random)
  }
  return mutated
}
