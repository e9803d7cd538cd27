import { statSync } from 'node:fs'
import { sha256File } from '../engine/index.js'

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

/** What changes when a file is written to: device, number, size, times. */
export function fileStamp(path: string): string {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true })
  return [dev, ino, size, mtimeNs, ctimeNs].join('-')
}
