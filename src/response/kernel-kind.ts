import type { Parameter } from './parameter.js'

/** One shape of memory: its parameters, its weights and what a fit tries of it. */
export interface KernelKind<Kind extends string, Name extends string> {
  readonly kind: Kind
  /** What it says of memory. */
  readonly words: string
  /** w[k], the weight of an impression k days old, before weights are scaled to sum 1. */
  readonly formula: string
  readonly source: string
  readonly parameters: Readonly<Record<Name, Parameter>>
  /**
   * The weight by lag, called once for each lag from 0 on.
   *
   * @throws InputError where the parameters do not fit maxLag
   */
  weights(parameters: Readonly<Record<Name, number>>, maxLag: number): (lag: number) => number
  /** About ten memories of the kind, from short to long, for a fit to choose from. */
  trials(parameters: Readonly<Record<Name, number>>): Partial<Record<Name, number>>[]
}

/** Declares a kernel with the types of its own parameters. */
export function kernelKind<const Kind extends string, Name extends string>(
  kind: KernelKind<Kind, Name>,
): KernelKind<Kind, Name> {
  return kind
}
