import { InputError } from '../errors.js'

const FULL = /no space left|ENOSPC|quota exceeded|EDQUOT|not enough space/i
const CLOSED =
  /permission denied|read-only file system|not a directory|EACCES|EPERM|EROFS|ENOTDIR|EEXIST/i

/**
 * Says what to do when the folder of the artifacts is full or cannot be written to; other errors
 * come back as they are.
 */
export function folderError(dir: string, error: Error): Error {
  if (error instanceof InputError) return error
  const [what] = error.message.split('\n')
  if (FULL.test(error.message)) {
    return new InputError(
      `${dir}: the disk is full (${what}). Free some space, or give another folder with --workbench DIR. What was published before is untouched.`,
    )
  }
  if (CLOSED.test(error.message) && error.message.includes(dir)) {
    return new InputError(
      `${dir} cannot be written to (${what}). Give another folder with --workbench DIR.`,
    )
  }
  return error
}
