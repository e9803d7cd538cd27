import { fileStamp, sha256File } from '../engine/index.js'

const known = new Map<string, { stamp: string; sha256: string }>()

/** SHA-256 of a file; a file that has not been touched since is not read again. */
export async function fileSha256(path: string): Promise<string> {
  const stamp = fileStamp(path)
  const before = known.get(path)
  if (before?.stamp === stamp) return before.sha256
  const sha256 = await sha256File(path)
  known.set(path, { stamp, sha256 })
  return sha256
}
