import type { Definition } from '../../definition.js'

/** A definition of finance before it is said whose it is. */
export type Spec = Omit<Definition, 'stage'>

/** Where the constants of the first five-channel model stand. */
export const CLASSIC = 'The classic five-channel model'
