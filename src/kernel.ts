import { createRequire } from 'node:module'
import { InputError } from './errors.js'

/** The part of tslab's display that the library writes to. */
export interface Display {
  html(content: string): void
  svg(content: string): void
  raw?(type: string, content: unknown): void
}

interface Tslab {
  readonly display: Display
  newDisplay(): Display
}

const KERNEL_MODULE = /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/

/**
 * The display of the tslab kernel that runs this process.
 *
 * @throws InputError outside a kernel
 */
export function kernelDisplay(): Display {
  const kernel = runningKernel()
  if (kernel === undefined) {
    throw new InputError(
      'Got no notebook to show things in: this process is not a tslab kernel. Call it from a cell, or pass a display.',
    )
  }
  return kernel.display
}

/**
 * A place in the output of the running cell that each write replaces; undefined outside a kernel, and where
 * notebooks are made into a book, which nobody watches.
 */
export function liveDisplay(): Display | undefined {
  return process.env.CAUSEWAY_TRAIL ? undefined : runningKernel()?.newDisplay()
}

/** It is looked up among the loaded modules: a kernel installed elsewhere has a tslab of its own. */
function runningKernel(): Tslab | undefined {
  const require = createRequire(import.meta.url)
  const kernel = Object.keys(require.cache).find((file) => KERNEL_MODULE.test(file))
  return kernel === undefined ? undefined : (createRequire(kernel)('./public.js') as Tslab)
}
