import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { InputError } from '../../errors.js'
import type { SparkAddress } from './address.js'
import { type CallError, isPassing, isUnknown, meaningOf } from './errors.js'
import { type Message, openTransport, type Transport } from './transport.js'

/** How far a statement is. */
export interface TaskProgress {
  readonly done: number
  readonly tasks: number
}

/** Waits before another try, in all half a minute: a driver that comes back later is another one. */
const WAITS_MS = [250, 500, 1000, 2000, 4000, 8000, 16_000]
const CLIENT = 'causeway'

/** One session on a Spark Connect server: statements one after another, until it is closed. */
export class SparkSession {
  readonly #id = randomUUID()
  readonly #transport: Transport
  readonly #address: SparkAddress
  readonly #waits: readonly number[]
  #serverId: string | undefined

  private constructor(transport: Transport, address: SparkAddress, waits: readonly number[]) {
    this.#transport = transport
    this.#address = address
    this.#waits = waits
  }

  /**
   * Opens a session under some settings of Spark SQL.
   *
   * @throws InputError when no server answers, or it refuses the token
   */
  static async open(
    address: SparkAddress,
    settings: Readonly<Record<string, string>>,
    waits: readonly number[] = WAITS_MS,
  ): Promise<SparkSession> {
    const transport = await openTransport(address)
    const session = new SparkSession(transport, address, waits)
    try {
      await transport.ready().catch((cause) => {
        throw new InputError(
          `engine: no Spark Connect server answers at ${session.#where}${address.isEncrypted ? ' (encrypted)' : ''}. Start it, or give another address with --engine.`,
          { cause },
        )
      })
      const pairs = Object.entries(settings).map(([key, value]) => ({ key, value }))
      const answer = await session.#call('Config', { operation: { set: { pairs } } })
      session.#serverId = answer.server_side_session_id as string
      return session
    } catch (error) {
      transport.close()
      throw error instanceof InputError
        ? error
        : meaningOf(error as CallError, 'opening a session', session.#where)
    }
  }

  get #where(): string {
    return `${this.#address.host}:${this.#address.port}`
  }

  get #head(): Message {
    return {
      session_id: this.#id,
      user_context: { user_id: this.#address.userId },
      client_type: CLIENT,
    }
  }

  /** Binds a call to the driver that the session began on: another one knows none of its tables. */
  get #bound(): Message {
    return { ...this.#head, client_observed_server_side_session_id: this.#serverId }
  }

  #call(method: string, request: Message): Promise<Message> {
    return this.#transport.call(method, { ...this.#head, ...request })
  }

  /**
   * Runs one statement to its end. Where the connection breaks, it goes on listening to the same
   * operation; only one that never reached the server is sent again.
   *
   * @param doing what it is for, for messages
   * @throws SparkError, or InputError where the server went away or the work was stopped
   */
  async execute(
    sql: string,
    doing: string,
    onProgress: (progress: TaskProgress) => void = () => {},
  ): Promise<void> {
    const operation = randomUUID()
    let last: string | undefined
    let isSent = false
    for (let failures = 0; ; ) {
      try {
        const method = isSent ? 'ReattachExecute' : 'ExecutePlan'
        isSent = true
        for await (const answer of this.#listen(method, sql, operation, last)) {
          last = answer.response_id as string
          failures = 0
          if (answer.result_complete) return await this.#release(operation)
          if (answer.execution_progress) onProgress(progressOf(answer.execution_progress))
        }
        // The server ends a long answer on purpose: the operation goes on.
      } catch (error) {
        const found = error as CallError
        const neverCame = isUnknown(found) && last === undefined
        if (!(isPassing(found) || neverCame) || failures >= this.#waits.length) {
          throw meaningOf(found, doing, this.#where)
        }
        await sleep(this.#waits[failures++])
        if (neverCame) isSent = false
      }
    }
  }

  #listen(method: string, sql: string, operation_id: string, last?: string) {
    const own = { ...this.#bound, operation_id }
    if (method === 'ReattachExecute') {
      return this.#transport.stream(method, { ...own, ...(last ? { last_response_id: last } : {}) })
    }
    return this.#transport.stream(method, {
      ...own,
      plan: { command: { sql_command: { sql } } },
      request_options: [{ reattach_options: { reattachable: true } }],
    })
  }

  /** Lets the server forget an operation. It does so by itself where it does not hear this. */
  async #release(operation_id: string): Promise<void> {
    const request = { ...this.#bound, operation_id, release_all: {} }
    await this.#transport.call('ReleaseExecute', request).catch(() => {})
  }

  /** Stops whatever this session is running. */
  async interrupt(): Promise<void> {
    await this.#call('Interrupt', { interrupt_type: 'INTERRUPT_TYPE_ALL' }).catch(() => {})
  }

  async close(): Promise<void> {
    await this.#call('ReleaseSession', {}).catch(() => {})
    this.#transport.close()
  }
}

function progressOf(message: unknown): TaskProgress {
  const { stages = [] } = message as { stages?: readonly Message[] }
  const sum = (field: string) => stages.reduce((all, stage) => all + Number(stage[field] ?? 0), 0)
  return { done: sum('num_completed_tasks'), tasks: sum('num_tasks') }
}
