import { join, resolve } from 'node:path'
import { InvalidArgumentError } from 'commander'
import { homeDir } from '../home.js'

/** Reads a whole number of at least `min`. */
export function wholeNumber(min: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= min) return number
    throw new InvalidArgumentError(`Allowed are whole numbers from ${min}.`)
  }
}

/** The flags that say which workbench is meant. */
export interface WorkbenchFlags {
  data?: string
  workbench?: string
  assumptions?: string
  preset?: string
  seed?: number
}

/** Where pages and statements go: the folder named, else `reports`. */
export function reportFolder(out: string | undefined): string {
  return resolve(out ?? join(homeDir(), 'reports'))
}
