/** The source of a value that nobody has measured: check it against your own books first. */
export const GUESS = 'A guess, wide range'
