import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { InputError } from '../errors.js'

const CHUNK_BYTES = 1 << 20
const LF = 0x0a
/** The encoding of a file that names none. */
export const UTF8 = 'utf-8'

/** Whether a file begins with gzip's magic bytes, whatever its name says. */
export function isGzip(path: string): boolean {
  return firstBytes(path, 2) === '1f8b'
}

/** Whether a file is a workbook (a zip archive), whatever its name says. */
export function isArchive(path: string): boolean {
  return firstBytes(path, 4) === '504b0304'
}

/** What such a file is, and what to do with it. */
export const ARCHIVE = 'a workbook or an archive, not CSV: save its sheet as CSV'

function firstBytes(path: string, count: number): string {
  const head = Buffer.alloc(count)
  const descriptor = openSync(path, 'r')
  try {
    readSync(descriptor, head, 0, count, 0)
  } finally {
    closeSync(descriptor)
  }
  return head.toString('hex')
}

/**
 * The bytes of a file, unpacked, in chunks that end where a line ends (the last one where the file
 * ends). A chunk is good until the next one is asked for: its memory is used again.
 *
 * @throws InputError when the file cannot be read to its end, e.g. a damaged gzip file
 */
export async function* readLineChunks(path: string, gzip: boolean): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  for await (const chunk of readChunks(path, gzip)) {
    const cut = chunk.lastIndexOf(LF) + 1
    if (cut === 0) {
      rest = Buffer.concat([rest, chunk])
      continue
    }
    if (rest.length > 0) {
      const end = chunk.indexOf(LF) + 1
      yield Buffer.concat([rest, chunk.subarray(0, end)])
      if (end < cut) yield chunk.subarray(end, cut)
    } else yield chunk.subarray(0, cut)
    rest = Buffer.from(chunk.subarray(cut))
  }
  if (rest.length > 0) yield rest
}

/**
 * All bytes of a file, unpacked, as UTF-8.
 *
 * @param encoding of the file, as TextDecoder calls it; UTF-8 stays as it is, valid or not
 * @throws InputError when the file cannot be read to its end, or holds what its encoding does not
 */
export async function readAll(path: string, gzip: boolean, encoding = UTF8): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of readChunks(path, gzip)) chunks.push(Buffer.from(chunk))
  const bytes = Buffer.concat(chunks)
  if (encoding === UTF8) return bytes
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw new InputError(
      `${path} holds bytes that are not ${encoding}. Name its encoding as it is, or save it as UTF-8.`,
    )
  }
}

async function* readChunks(path: string, gzip: boolean): AsyncGenerator<Buffer> {
  try {
    yield* gzip ? readGzip(path) : readPlain(path)
  } catch (error) {
    throw new InputError(
      `${path} cannot be read to its end: ${(error as Error).message}. Export or copy it again.`,
    )
  }
}

function readGzip(path: string): AsyncIterable<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES })
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES })
  file.on('error', (error) => unpacked.destroy(error))
  return file.pipe(unpacked)
}

/** Reads into one buffer over and over: a fresh one for every chunk costs more than the reading. */
async function* readPlain(path: string): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES)
  const file: FileHandle = await open(path)
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}
