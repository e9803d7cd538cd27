import { fileURLToPath } from 'node:url'
import * as grpc from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { afterEach, expect, it } from 'vitest'
import { SparkSession, sparkAddress } from '../../../src/engine/spark/index.js'
import { InputError } from '../../../src/errors.js'

type Call = grpc.ServerWritableStream<Record<string, never>, object>
type Reply = (call: Call) => void
type Calls = { method: string; request: Record<string, unknown>; authorization: unknown }[]

const protocol = fileURLToPath(
  new URL('../../../src/engine/spark/spark_connect.proto', import.meta.url),
)
const loaded = grpc.loadPackageDefinition(
  loadSync(protocol, { keepCase: true, enums: String, oneofs: true }),
) as never as {
  spark: { connect: { SparkConnectService: { service: grpc.ServiceDefinition } } }
}

let server: grpc.Server | undefined
afterEach(() => server?.forceShutdown())

/** A server that gives scripted answers to statements, one a call, and notes what it is asked. */
async function serverOf(replies: Reply[], config: grpc.ServiceError | null = null) {
  const calls: Calls = []
  const note = (method: string, call: { request: never; metadata: grpc.Metadata }) =>
    calls.push({
      method,
      request: call.request,
      authorization: call.metadata.get('authorization')[0],
    })
  const stream = (method: string) => (call: Call) => {
    note(method, call as never)
    replies.shift()!(call)
  }
  const unary = (method: string, error: grpc.ServiceError | null = null) =>
    ((call: never, done: (error: grpc.ServiceError | null, answer: object) => void) => {
      note(method, call)
      done(error, { server_side_session_id: 'driver-1' })
    }) as never
  server = new grpc.Server()
  server.addService(loaded.spark.connect.SparkConnectService.service, {
    ExecutePlan: stream('ExecutePlan'),
    ReattachExecute: stream('ReattachExecute'),
    ReleaseExecute: unary('ReleaseExecute'),
    Config: unary('Config', config),
    Interrupt: unary('Interrupt'),
    ReleaseSession: unary('ReleaseSession'),
  } as never)
  const port = await new Promise<number>((resolve, reject) =>
    server!.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  )
  return { url: `sc://127.0.0.1:${port}`, calls }
}

const failure = (code: grpc.status, details: string) =>
  Object.assign(new Error(details), { code, details, metadata: new grpc.Metadata() })
const done: Reply = (call) => {
  call.write({ response_id: 'r-9', result_complete: {} })
  call.end()
}
const failing =
  (code: grpc.status, details: string): Reply =>
  (call) => {
    call.emit('error', failure(code, details))
  }
const lost = failing(grpc.status.UNAVAILABLE, 'connection reset')
const unknown = failing(grpc.status.INTERNAL, '[INVALID_HANDLE.OPERATION_NOT_FOUND] unknown')

const opened = (url: string, environment = {}) =>
  SparkSession.open(sparkAddress(url, environment), { 'spark.sql.ansi.enabled': 'true' }, [1, 1, 1])
const methods = (calls: Calls) => calls.map(({ method }) => method)

it('sets up its session, runs a statement and tells how far it is', async () => {
  const { url, calls } = await serverOf([
    (call) => {
      const stages = [
        { num_tasks: 4, num_completed_tasks: 1 },
        { num_tasks: 2, num_completed_tasks: 2 },
      ]
      call.write({ response_id: 'r-1', execution_progress: { stages } })
      done(call)
    },
  ])
  const session = await opened(url)
  const told: unknown[] = []
  await session.execute('select 1', 'making t', (progress) => told.push(progress))
  await session.close()
  expect(told).toEqual([{ done: 3, tasks: 6 }])
  expect(methods(calls)).toEqual(['Config', 'ExecutePlan', 'ReleaseExecute', 'ReleaseSession'])
  expect(calls[0]!.request).toMatchObject({
    operation: { set: { pairs: [{ key: 'spark.sql.ansi.enabled', value: 'true' }] } },
  })
  expect(calls[1]!.request).toMatchObject({
    plan: { command: { sql_command: { sql: 'select 1' } } },
    request_options: [{ reattach_options: { reattachable: true } }],
    client_observed_server_side_session_id: 'driver-1',
  })
})

it('goes on listening after the last answer it has heard, when the connection breaks', async () => {
  const { url, calls } = await serverOf([
    (call) => {
      call.write({ response_id: 'r-7', execution_progress: { stages: [] } })
      setTimeout(() => lost(call), 50)
    },
    lost,
    done,
  ])
  const session = await opened(url)
  await session.execute('insert', 'making t')
  await session.close()
  expect(methods(calls).slice(1, 4)).toEqual(['ExecutePlan', 'ReattachExecute', 'ReattachExecute'])
  const [, first, second, third] = calls
  expect(third!.request.operation_id).toBe(first!.request.operation_id)
  expect(second!.request.last_response_id).toBe('r-7')
})

it('goes on where the server ends a long answer on purpose', async () => {
  const { url, calls } = await serverOf([
    (call) => {
      call.write({ response_id: 'r-1', execution_progress: { stages: [] } })
      call.end()
    },
    done,
  ])
  const session = await opened(url)
  await session.execute('insert', 'making t')
  await session.close()
  expect(methods(calls)).toContain('ReattachExecute')
})

it('sends a statement again only when it never came there', async () => {
  const { url, calls } = await serverOf([lost, unknown, done])
  const session = await opened(url)
  await session.execute('insert', 'making t')
  await session.close()
  expect(methods(calls).slice(1, 4)).toEqual(['ExecutePlan', 'ReattachExecute', 'ExecutePlan'])
})

it('gives up on a server that stays away, and on one that has forgotten the work', async () => {
  const away = await serverOf([lost, lost, lost, lost])
  const session = await opened(away.url)
  await expect(session.execute('insert', 'making t')).rejects.toThrow(
    /went away while making t, or started anew\. Nothing of this stage was published/,
  )
  await session.close()
  server!.forceShutdown()
  const forgetful = await serverOf([
    (call) => {
      call.write({ response_id: 'r-1', execution_progress: { stages: [] } })
      setTimeout(() => lost(call), 50)
    },
    unknown,
  ])
  const other = await opened(forgetful.url)
  await expect(other.execute('insert', 'making t')).rejects.toThrow(InputError)
  await other.close()
})

it('says what a failure means, and keeps the server’s own words for those who ask', async () => {
  const words = '[ARITHMETIC_OVERFLOW] long overflow. Use try_add. SQLSTATE: 22003'
  const { url } = await serverOf([failing(grpc.status.INTERNAL, words)])
  const session = await opened(url)
  const error = await session.execute('insert', 'making t').catch((found) => found)
  await session.close()
  expect(error.message).toContain('making t: a sum or a product is beyond 2^63')
  expect(error.message).not.toContain('try_add')
  expect(error.cause.message).toBe(words)
})

it('sends its token, and says where a wrong one is put right', async () => {
  const refusal = failure(grpc.status.UNAUTHENTICATED, 'no')
  const { url, calls } = await serverOf([], refusal)
  await expect(opened(url, { CAUSEWAY_ENGINE_TOKEN: 'secret' })).rejects.toThrow(
    /refused the token\. Put a valid one into CAUSEWAY_ENGINE_TOKEN/,
  )
  expect(calls[0]!.authorization).toBe('Bearer secret')
})

it('asks the server to stop all that it does for this session', async () => {
  const { url, calls } = await serverOf([
    (call) => setTimeout(() => failing(grpc.status.INTERNAL, '[OPERATION_CANCELED]')(call), 100),
  ])
  const session = await opened(url)
  const work = expect(session.execute('insert', 'making t')).rejects.toThrow(
    /^Stopped while making t/,
  )
  await session.interrupt()
  await work
  await session.close()
  expect(calls.find(({ method }) => method === 'Interrupt')!.request).toMatchObject({
    interrupt_type: 'INTERRUPT_TYPE_ALL',
  })
})
