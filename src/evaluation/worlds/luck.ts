import { normal } from '../../random/distributions.js'
import { KeyedStream, type Stream } from '../../random/stream.js'

/** The chance that belongs to one owner of a world: a channel's id, or the world itself. */
export class Luck {
  readonly #seed: number
  readonly #owner: string

  constructor(seed: number, owner: string) {
    this.#seed = seed
    this.#owner = owner
  }

  /** A stream for one purpose, at its first day. */
  of(purpose: string): KeyedStream {
    return new KeyedStream({ seed: this.#seed, channel: this.#owner, purpose }).at(0)
  }

  uniform(purpose: string, low: number, high: number): number {
    return between(this.of(purpose), low, high)
  }

  /** Uniform in the logarithm. */
  logUniform(purpose: string, low: number, high: number): number {
    return Math.exp(this.uniform(purpose, Math.log(low), Math.log(high)))
  }

  normal(purpose: string, mean: number, sd: number): number {
    return mean + sd * normal(this.of(purpose))
  }

  /** Standard normal draws, one of a stream of its own a day. */
  dailyNormals(purpose: string, days: number): Float64Array {
    const stream = this.of(purpose)
    return Float64Array.from({ length: days }, (_, t) => normal(stream.at(t)))
  }
}

/** Uniform between two numbers. */
export function between(stream: Stream, low: number, high: number): number {
  return low + (high - low) * stream.uniform()
}

/** An integer from low up to, but not including, high. */
export function integerBetween(stream: Stream, low: number, high: number): number {
  return Math.floor(between(stream, low, high))
}
