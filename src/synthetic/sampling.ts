import type { Stream } from '../random/stream.js'

/** True with a probability. */
export function chance(stream: Stream, probability: number): boolean {
  return stream.uniform() < probability
}

/** A number between two bounds, uniform. */
export function between(stream: Stream, low: number, high: number): number {
  return low + (high - low) * stream.uniform()
}

/** An integer from low to high, both included, uniform. */
export function integerBetween(stream: Stream, low: number, high: number): number {
  return low + Math.floor((high - low + 1) * stream.uniform())
}

/** An exponential waiting time. */
export function exponential(stream: Stream, mean: number): number {
  return -mean * Math.log(stream.uniform())
}

/** One of a list, uniform. */
export function pick<T>(stream: Stream, list: readonly T[]): T {
  return list[Math.floor(list.length * stream.uniform())]!
}

/** A wheel of fortune: index i comes up in proportion to weights[i]. */
export class Wheel {
  readonly #cumulated: Float64Array

  constructor(weights: ArrayLike<number>) {
    this.#cumulated = new Float64Array(weights.length)
    let total = 0
    for (let i = 0; i < weights.length; i++) this.#cumulated[i] = total += weights[i]!
  }

  /** Draws an index, from the first `size` of them only if given. */
  spin(stream: Stream, size = this.#cumulated.length): number {
    const mark = stream.uniform() * this.#cumulated[size - 1]!
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#cumulated[middle]! > mark) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** A wheel whose slots have names. */
export class NamedWheel<T> {
  readonly #names: readonly T[]
  readonly #wheel: Wheel

  constructor(slots: ReadonlyArray<readonly [name: T, weight: number]>) {
    this.#names = slots.map(([name]) => name)
    this.#wheel = new Wheel(slots.map(([, weight]) => weight))
  }

  spin(stream: Stream): T {
    return this.#names[this.#wheel.spin(stream)]!
  }
}

/** A wheel of whole numbers: how often each comes up, smallest first. */
export function numberWheel(weights: Readonly<Record<number, number>>): NamedWheel<number> {
  return new NamedWheel(Object.entries(weights).map(([name, weight]) => [Number(name), weight]))
}
