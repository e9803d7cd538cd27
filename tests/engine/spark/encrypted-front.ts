import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect, createSecureServer, type ServerHttp2Stream } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** An encrypted gateway before a server that speaks in the clear; whoever has not its token is refused. */
export interface EncryptedFront {
  readonly port: number
  /** Its certificate, signed by itself: a file for GRPC_DEFAULT_SSL_ROOTS_FILE_PATH. */
  readonly certificate: string
  stop(): void
}

/** @param folder where its key and certificate are made, by openssl */
export async function startEncryptedFront(
  folder: string,
  behind: number,
  token: string,
): Promise<EncryptedFront> {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1']
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  execFileSync('openssl', [...made, ...subject, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  })
  const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(certificate) })
  const spark = connect(`http://127.0.0.1:${behind}`)
  server.on('stream', (stream, headers) => {
    if (headers.authorization === `Bearer ${token}`) forward(stream, spark.request(plain(headers)))
    else refuse(stream)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    certificate,
    stop: () => {
      spark.destroy()
      server.close()
    },
  }
}

function plain(headers: Record<string, unknown>) {
  return { ...headers, ':scheme': 'http' } as never
}

function forward(
  stream: ServerHttp2Stream,
  behind: ReturnType<ReturnType<typeof connect>['request']>,
) {
  stream.pipe(behind)
  behind.on('response', (headers) => {
    stream.respond(headers, { waitForTrailers: true })
    behind.pipe(stream)
  })
  let trailers = {}
  behind.on('trailers', (found) => {
    trailers = found
  })
  stream.on('wantTrailers', () => stream.sendTrailers(trailers))
  stream.on('close', () => behind.close())
  for (const side of [stream, behind]) side.on('error', () => stream.close())
}

/** What a gateway says to a token that it does not know: gRPC's status 16, without an answer. */
function refuse(stream: ServerHttp2Stream) {
  const headers = { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '16' }
  stream.respond({ ...headers, 'grpc-message': 'unknown token' }, { endStream: true })
}
