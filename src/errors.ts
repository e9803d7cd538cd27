/**
 * What came in is wrong: a file, a flag, an assumption, a call. The message says what came, what is
 * allowed and what to do. The command line ends with exit code 2 on it; nothing published changes.
 */
export class InputError extends Error {
  override readonly name = 'InputError'
}
