#!/usr/bin/env node
import { CommanderError } from 'commander'
import { styled } from './commands/output.js'
import { program } from './commands/program.js'
import { InputError } from './errors.js'

const EXIT = { done: 0, badInput: 2, fault: 3 } as const

/** A reader that has seen enough (`| head`) is no error: the work ends as it would have. */
function outliveReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

async function main(): Promise<void> {
  process.stdout.on('error', outliveReader)
  process.stderr.on('error', outliveReader)
  const causeway = program()
  try {
    await causeway.parseAsync()
  } catch (error) {
    process.exitCode = exitCodeOf(error, causeway.opts<{ debug?: boolean }>().debug ?? false)
  }
}

/** Tells what went wrong, where nobody has told it yet, and picks the exit code. */
function exitCodeOf(error: unknown, isDebug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badInput
  const { name, message, stack, cause } = error as Error
  const isInput = error instanceof InputError
  const isTold = isInput || name === 'NotebookError' || name === 'SparkError'
  const text = isTold
    ? message
    : `a fault of the program: ${message}${isDebug ? '' : '\nRun it again as `causeway --debug ...` for the stack, and report it.'}`
  process.stderr.write(`${styled('red', 'causeway:', process.stderr)} ${text}\n`)
  if (isDebug && stack) process.stderr.write(`${stack}\n`)
  if (isDebug && cause instanceof Error) process.stderr.write(`Because of: ${cause.message}\n`)
  return isInput ? EXIT.badInput : EXIT.fault
}

await main()
