import { fileURLToPath } from 'node:url'
import { InputError } from '../../errors.js'
import type { SparkAddress } from './address.js'
import type { CallError } from './errors.js'

/** A message of the protocol, its fields by their official names. */
export type Message = Readonly<Record<string, unknown>>

/** Calls of the service; a stream ends with an error or when the server closes it. */
export interface Transport {
  call(method: string, request: Message): Promise<Message>
  stream(method: string, request: Message): AsyncIterable<Message>
  /** Waits until the server answers. */
  ready(): Promise<void>
  close(): void
}

const PROTOCOL = fileURLToPath(new URL('./spark_connect.proto', import.meta.url))
/** A call that does no work on the cluster answers within this. */
const CALL_MS = 60_000
const READY_MS = 20_000
/** A silent connection is asked for a sign of life, so that a dead one is noticed. */
const ALIVE_EVERY_MS = 30_000
const ALIVE_WITHIN_MS = 15_000
const MESSAGE_BYTES = 128 * 2 ** 20

type Client = Record<string, (...args: never[]) => unknown> & {
  waitForReady(deadline: number, done: (error?: Error) => void): void
  close(): void
}

/**
 * Opens a channel to a Spark Connect server. The libraries of the protocol are loaded here only, for
 * those who use a cluster.
 *
 * @throws InputError when these libraries are not installed
 */
export async function openTransport(address: SparkAddress): Promise<Transport> {
  const { grpc, loader } = await libraries()
  const definition = await loader.load(PROTOCOL, {
    keepCase: true,
    longs: Number,
    enums: String,
    oneofs: true,
  })
  const loaded = grpc.loadPackageDefinition(definition) as never as {
    spark: { connect: { SparkConnectService: new (...args: unknown[]) => Client } }
  }
  const client = new loaded.spark.connect.SparkConnectService(
    `${address.host}:${address.port}`,
    address.isEncrypted ? grpc.credentials.createSsl() : grpc.credentials.createInsecure(),
    {
      'grpc.keepalive_time_ms': ALIVE_EVERY_MS,
      'grpc.keepalive_timeout_ms': ALIVE_WITHIN_MS,
      'grpc.max_receive_message_length': MESSAGE_BYTES,
      'grpc.max_send_message_length': MESSAGE_BYTES,
    },
  )
  const metadata = new grpc.Metadata()
  for (const [name, value] of Object.entries(address.headers)) metadata.set(name, value)
  if (address.token) metadata.set('authorization', `Bearer ${address.token}`)
  const method = (name: string) => client[name]!.bind(client) as (...args: unknown[]) => unknown
  return {
    call: (name, request) =>
      new Promise((resolve, reject) => {
        const answered = (error: CallError | null, answer: Message) =>
          error ? reject(error) : resolve(answer)
        method(name)(request, metadata, { deadline: Date.now() + CALL_MS }, answered)
      }),
    stream: (name, request) => method(name)(request, metadata) as ReturnType<Transport['stream']>,
    ready: () =>
      new Promise((resolve, reject) => {
        client.waitForReady(Date.now() + READY_MS, (error) => (error ? reject(error) : resolve()))
      }),
    close: () => client.close(),
  }
}

async function libraries() {
  try {
    const [grpc, loader] = await Promise.all([
      import('@grpc/grpc-js'),
      import('@grpc/proto-loader'),
    ])
    return { grpc: grpc.default ?? grpc, loader: loader.default ?? loader }
  } catch (error) {
    throw new InputError(
      'engine: a cluster needs two packages that are not installed. Install them: npm install @grpc/grpc-js @grpc/proto-loader',
      { cause: error },
    )
  }
}
