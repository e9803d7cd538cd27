import { type RandomGenerator, xoroshiro128plus } from 'pure-rand'

/**
 * A stream of random numbers. Streams are cheap: make one per (seed, channel, date, purpose), so
 * that adding a day or a channel changes no other draw, and two scenarios under one seed share
 * their luck (common random numbers).
 */
export interface Stream {
  /** The next number, uniform in the open interval (0, 1), 53 bits. */
  uniform(): number
}

/**
 * Streams of one (seed, channel, purpose), one for each day.
 *
 * @param seed integer, 0 to 2^31 - 1
 * @param channel channel id, or any other name of whom the luck belongs to
 * @param purpose what is drawn, e.g. 'volatility' or 'clicks'
 * @returns a function from a day number (days since 1970-01-01) to that day's stream
 * @throws RangeError on a seed out of range
 */
export function keyedStreams(
  seed: number,
  channel: string,
  purpose: string,
): (day: number) => Stream {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0x7fffffff) {
    throw new RangeError(`seed: got ${seed}, allowed an integer from 0 to 2147483647`)
  }
  const name = `${channel}\u0000${purpose}`
  const words = [1, 2, 3, 4].map((word) => mix(hashText(name, word) ^ mix(seed + word)))
  return (day) => {
    const a = mix(words[0]! ^ mix(day))
    const b = mix(words[1]! ^ mix(day + 0x51ed270b))
    const c = mix(words[2]! ^ mix(day + 0x2545f491))
    const d = mix(words[3]! ^ mix(day + 0x68bc21eb)) | 1
    return new KeyedStream(xoroshiro128plus.fromState([a, b, c, d]))
  }
}

class KeyedStream implements Stream {
  readonly #generator: RandomGenerator

  constructor(generator: RandomGenerator) {
    this.#generator = generator
  }

  uniform(): number {
    const high = this.#generator.unsafeNext() >>> 5
    const low = this.#generator.unsafeNext() >>> 6
    return (high * 67_108_864 + low + 0.5) / 9_007_199_254_740_992
  }
}

/** FNV-1a over UTF-16 code units, with a salt. */
function hashText(text: string, salt: number): number {
  let hash = Math.imul(0x811c9dc5 ^ salt, 0x01000193)
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** The finaliser of MurmurHash3 (Appleby, public domain): every input bit moves every output bit. */
function mix(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
