/**
 * The process behind the notebooks: the project's own tslab, started by Jupyter through the
 * kernelspec (kernelspec.ts). tslab binds its sockets asynchronously, and a request that arrives
 * meanwhile can leave it deaf for good; bound synchronously they are ready before anything is heard.
 */
import { createRequire } from 'node:module'

interface Socket {
  bindSync(address: string): void
}

const requireHere = createRequire(import.meta.url)
const requireFromTslab = createRequire(requireHere.resolve('tslab'))
const zeromq = requireFromTslab('zeromq') as Record<string, { prototype: Socket }>

for (const kind of ['Publisher', 'Router', 'Reply']) {
  Object.defineProperty(zeromq[kind]!.prototype, 'bind', {
    value: async function (this: Socket, address: string) {
      this.bindSync(address)
    },
  })
}

/**
 * A file that comes, goes or changes on disk would set a timer of TypeScript's, and tslab, which fires one timer
 * alone, fails the next cell: "Unexpected pending rebuildTimer". Nothing on disk is watched: a kernel holds the
 * modules that it started with.
 */
const unwatched = () => ({ close() {} })
const { sys } = requireFromTslab('@tslab/typescript-for-tslab') as { sys: Record<string, unknown> }
sys.watchDirectory = unwatched
sys.watchFile = unwatched

const { startKernel } = requireFromTslab('./main.js') as {
  startKernel(options: { configPath: string; enableFindLocal: boolean }): void
}
startKernel({ configPath: process.argv[2]!, enableFindLocal: false })
