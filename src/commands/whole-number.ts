import { InvalidArgumentError } from 'commander'

/** Reads a whole number of at least `min`. */
export function wholeNumber(min: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= min) return number
    throw new InvalidArgumentError(`Allowed are whole numbers from ${min}.`)
  }
}
