import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Loads a package at the first call, so that whoever imports the library does not wait for it. */
export function whenNeeded<T>(name: string): () => T {
  let loaded: T | undefined
  return () => {
    loaded ??= require(name) as T
    return loaded
  }
}
