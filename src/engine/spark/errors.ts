import { InputError } from '../../errors.js'
import { BEYOND_WHOLE_NUMBERS } from '../beyond.js'

/** A failure as the transport reports it: a status by number, and the server's words. */
export interface CallError extends Error {
  readonly code?: number
  readonly details?: string
}

/** Numbers of the statuses of a call, as gRPC declares them. */
export const STATUS = {
  cancelled: 1,
  deadlineExceeded: 4,
  permissionDenied: 7,
  internal: 13,
  unavailable: 14,
  unauthenticated: 16,
} as const

/** What Spark found while it made a table. The cause holds Spark's own words. */
export class SparkError extends Error {
  override readonly name = 'SparkError'
}

/** Whether the same call may succeed when it is made again: the way to the server broke, not the work. */
export function isPassing(error: CallError): boolean {
  if (error.code === STATUS.unavailable) return true
  return error.code === STATUS.internal && /CURSOR_DISCONNECTED|RST_STREAM/.test(error.message)
}

/** Whether the server does not know what was asked to go on: it never came there, or is forgotten. */
export function isUnknown(error: CallError): boolean {
  return /OPERATION_NOT_FOUND|SESSION_NOT_FOUND/.test(error.message)
}

/** Conditions of Spark that have a meaning for whoever runs it, in our words. */
const MEANINGS: Readonly<Record<string, string>> = {
  ARITHMETIC_OVERFLOW: BEYOND_WHOLE_NUMBERS,
  CAST_OVERFLOW: 'a value is beyond what its type holds',
  DIVIDE_BY_ZERO: 'something is divided by zero',
  CAST_INVALID_INPUT: 'a text is no value of the type it is read as',
  PARSE_SYNTAX_ERROR: 'Spark cannot read the model. Spark 4 is needed',
  UNRESOLVED_ROUTINE: 'this Spark lacks a function of the model. Spark 4 is needed',
}

/**
 * What a failed call means, as an error of this library.
 *
 * @param doing what was being done, e.g. `making fct_orders`
 * @param where the server, as host:port
 */
export function meaningOf(error: CallError, doing: string, where: string): Error {
  const words = error.details ?? error.message
  const cause = new Error(words)
  if (error.code === STATUS.unauthenticated || error.code === STATUS.permissionDenied) {
    return new InputError(
      `engine: ${where} refused the token. Put a valid one into CAUSEWAY_ENGINE_TOKEN.`,
      { cause },
    )
  }
  if (isPassing(error) || isUnknown(error) || /SESSION_C(HANGED|LOSED)/.test(words)) {
    return new InputError(
      `engine: ${where} went away while ${doing}, or started anew. Nothing of this stage was published. Run again when it is there: finished stages are reused.`,
      { cause },
    )
  }
  if (error.code === STATUS.cancelled || /OPERATION_CANCELED/.test(words)) {
    return new InputError(`Stopped while ${doing}. Nothing of this stage was published.`, { cause })
  }
  const condition = /\[([A-Z_]+)[\].]/.exec(words)?.[1]
  const meaning = (condition && MEANINGS[condition]) ?? `Spark says ${condition ?? 'no more'}`
  return new SparkError(`Spark failed while ${doing}: ${meaning}. --debug shows its own words.`, {
    cause,
  })
}
