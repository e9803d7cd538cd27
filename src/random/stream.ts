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
  return (day) => new KeyedStream({ seed, channel, purpose }).at(day)
}

/** Whom and what a stream is for. */
export interface StreamKey {
  /** Integer, 0 to 2^31 - 1. */
  readonly seed: number
  readonly channel: string
  readonly purpose: string
  /** Another world under the same seed, an integer >= 0. Default 0, the world that is published. */
  readonly world?: number
}

/**
 * The streams of one key in one object that is set to a day again and again: the same numbers as
 * {@link keyedStreams}, without a new object a day.
 */
export class KeyedStream implements Stream {
  readonly #key: Int32Array
  #a0 = 0
  #a1 = 0
  #b0 = 0
  #b1 = 0

  /** @throws RangeError on a seed or a world out of range */
  constructor(key: StreamKey) {
    this.#key = keyWords(key)
  }

  /** Sets the stream to the beginning of a day's numbers. */
  at(day: number): this {
    const key = this.#key
    this.#a1 = mix(key[0]! ^ mix(day))
    this.#a0 = mix(key[1]! ^ mix(day + 0x51ed270b))
    this.#b1 = mix(key[2]! ^ mix(day + 0x2545f491))
    this.#b0 = mix(key[3]! ^ mix(day + 0x68bc21eb)) | 1
    return this
  }

  /** The generator's state, as four halves of 64-bit words: a high, a low, b high, b low. */
  state(): number[] {
    return [this.#a1, this.#a0, this.#b1, this.#b0]
  }

  uniform(): number {
    const high = this.#next() >>> 5
    const low = this.#next() >>> 6
    return (high * 67_108_864 + low + 0.5) / 9_007_199_254_740_992
  }

  /**
   * 32 bits of xoroshiro128+ with constants 24, 16, 37 (Blackman and Vigna, public domain), its
   * 64-bit words a and b held as halves: 1 high, 0 low.
   */
  #next(): number {
    const out = (this.#a0 + this.#b0) | 0
    const x0 = this.#b0 ^ this.#a0
    const x1 = this.#b1 ^ this.#a1
    const a0 = this.#a0
    const a1 = this.#a1
    this.#a0 = (a0 << 24) ^ (a1 >>> 8) ^ x0 ^ (x0 << 16)
    this.#a1 = (a1 << 24) ^ (a0 >>> 8) ^ x1 ^ ((x1 << 16) | (x0 >>> 16))
    this.#b0 = (x1 << 5) ^ (x0 >>> 27)
    this.#b1 = (x0 << 5) ^ (x1 >>> 27)
    return out
  }
}

function keyWords({ seed, channel, purpose, world = 0 }: StreamKey): Int32Array {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0x7fffffff) {
    throw new RangeError(`seed: got ${seed}, allowed an integer from 0 to 2147483647`)
  }
  if (!Number.isInteger(world) || world < 0 || world > 0x7fffffff) {
    throw new RangeError(`world: got ${world}, allowed an integer from 0 to 2147483647`)
  }
  const name = `${channel}\u0000${purpose}`
  const words = [1, 2, 3, 4].map((word) => mix(hashText(name, word) ^ mix(seed + word)))
  if (world > 0) return Int32Array.from(words, (word, i) => mix(word ^ mix(world + SALTS[i]!)))
  return Int32Array.from(words)
}

const SALTS = [0x165667b1, 0x27d4eb2f, 0x3c6ef372, 0x5bd1e995]

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
