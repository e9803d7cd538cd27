import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { createGunzip } from 'node:zlib'

const CHUNK_BYTES = 1 << 20
const LF = 0x0a

/** Whether a file begins with gzip's magic bytes, whatever its name says. */
export function isGzip(path: string): boolean {
  const head = Buffer.alloc(2)
  const descriptor = openSync(path, 'r')
  try {
    readSync(descriptor, head, 0, 2, 0)
  } finally {
    closeSync(descriptor)
  }
  return head[0] === 0x1f && head[1] === 0x8b
}

/**
 * The bytes of a file, unpacked, in chunks that end at the end of a line (the last one where the
 * file ends).
 */
export async function* readLineChunks(path: string, gzip: boolean): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  for await (const chunk of readChunks(path, gzip)) {
    const cut = chunk.lastIndexOf(LF) + 1
    if (cut === 0) {
      rest.push(chunk)
      continue
    }
    rest.push(chunk.subarray(0, cut))
    yield rest.length === 1 ? rest[0]! : Buffer.concat(rest)
    rest = cut < chunk.length ? [chunk.subarray(cut)] : []
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}

/** All bytes of a file, unpacked. */
export async function readAll(path: string, gzip: boolean): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of readChunks(path, gzip)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function readChunks(path: string, gzip: boolean): AsyncIterable<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES })
  if (!gzip) return file
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES })
  file.on('error', (error) => unpacked.destroy(error))
  return file.pipe(unpacked)
}
