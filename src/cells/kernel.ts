import { createRequire } from 'node:module'
import { InputError } from '../errors.js'

/** The part of tslab's display that the library writes to. */
export interface Display {
  html(content: string): void
  svg(content: string): void
}

const KERNEL_MODULE = /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/

/**
 * The display of the tslab kernel that runs this process. It is looked up among the loaded modules:
 * a kernel installed elsewhere has a tslab of its own, and another copy would not reach its pages.
 *
 * @throws InputError outside a kernel
 */
export function kernelDisplay(): Display {
  const require = createRequire(import.meta.url)
  const kernel = Object.keys(require.cache).find((file) => KERNEL_MODULE.test(file))
  if (kernel === undefined) {
    throw new InputError(
      'Got no notebook to show things in: this process is not a tslab kernel. Call it from a cell, or pass a display.',
    )
  }
  return (createRequire(kernel)('./public.js') as { readonly display: Display }).display
}
