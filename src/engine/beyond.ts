import { InputError } from '../errors.js'

/** What an overflow means, in the words of this library. */
export const BEYOND_WHOLE_NUMBERS =
  'a sum or a product is beyond 2^63, the most that amounts in cents are counted to'

/** The words of DuckDB for a figure that a BIGINT does not hold; a narrower type is another matter. */
const BEYOND = /Out of Range Error: Overflow|out of range for the destination type INT64/

/**
 * What an error of the engine means: an amount so large that whole numbers of 64 bits hold no sum or product
 * of it, as one for whoever brought it. Any other error stays as it is.
 *
 * @param doing what was being done, e.g. `making fct_orders`
 */
export function beyondWholeNumbers(error: unknown, doing: string): unknown {
  const words = (error as Error).message
  if (!BEYOND.test(words)) return error
  return new InputError(
    `${doing}: ${BEYOND_WHOLE_NUMBERS}. An amount, a count or a rate in the files or the assumptions is far too large: look at the largest ones, e.g. with \`causeway inspect\`, and correct it.`,
    { cause: error },
  )
}
