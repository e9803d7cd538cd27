import { InputError } from '../../errors.js'

/** Where a Spark Connect server is, and how to speak to it. */
export interface SparkAddress {
  readonly host: string
  readonly port: number
  readonly isEncrypted: boolean
  readonly token?: string
  readonly userId: string
  /** Sent with every call: what a provider's gateway asks for, e.g. `x-databricks-cluster-id`. */
  readonly headers: Readonly<Record<string, string>>
}

const DEFAULT_PORT = 15002
const LOCAL = ['localhost', '127.0.0.1', '[::1]']
const EXAMPLE = 'E.g. sc://localhost:15002, or sc://host:443/;use_ssl=true.'

/**
 * Reads an address as Spark writes it: `sc://host:port/;name=value;...` with the names `use_ssl`,
 * `token` and `user_id`; any other is sent as a header. A token is better said in the environment
 * (CAUSEWAY_ENGINE_TOKEN), where no list of processes shows it.
 *
 * @throws InputError on any other text, and on a token that would travel unencrypted to another machine
 */
export function sparkAddress(text: string, environment = process.env): SparkAddress {
  const found = /^sc:\/\/(\[[0-9a-f:]+\]|[^/:;\s]+)(?::(\d+))?(?:\/(.*))?$/i.exec(text)
  if (!found) refuse(text, `Allowed is sc://host:port. ${EXAMPLE}`)
  const [, host, port, rest] = found
  const { use_ssl, token: said, user_id, ...headers } = parametersOf(text, rest ?? '')
  if (use_ssl !== undefined && use_ssl !== 'true' && use_ssl !== 'false') {
    refuse(text, 'Allowed for use_ssl are true and false.')
  }
  const number = port === undefined ? DEFAULT_PORT : Number(port)
  if (number < 1 || number > 65535) refuse(text, 'Allowed are ports 1 to 65535.')
  const token = said ?? environment.CAUSEWAY_ENGINE_TOKEN
  const isEncrypted = use_ssl === 'true'
  if (token && !isEncrypted && !LOCAL.includes(host!)) {
    throw new InputError(
      `engine: a token for ${host} would travel unencrypted. Add ;use_ssl=true to the address.`,
    )
  }
  return {
    host: host!,
    port: number,
    isEncrypted,
    ...(token ? { token } : {}),
    userId: user_id ?? environment.USER ?? 'causeway',
    headers,
  }
}

function parametersOf(text: string, rest: string): Record<string, string> {
  const parts = rest.split(';').filter((part) => part !== '')
  return Object.fromEntries(
    parts.map((part) => {
      const [, name, value] = /^([\w-]+)=(.+)$/.exec(part) ?? []
      if (name === undefined) refuse(text, `Allowed behind the port is /;name=value;... ${EXAMPLE}`)
      return [name, decodeURIComponent(value!)]
    }),
  )
}

/** The text is shown without a token. */
function refuse(text: string, words: string): never {
  throw new InputError(`engine: got ${text.replace(/token=[^;]*/, 'token=...')}. ${words}`)
}
