import type { Definition } from '../../definition.js'

/** A definition of finance before it is said whose it is. */
export type Spec = Omit<Definition, 'stage'>

/** The source of a value that nobody has measured: check it against your own books first. */
export const GUESS = 'A guess, wide range'
