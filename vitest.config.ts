import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Files of tests share their worker's modules: loading the library anew for each took a fifth of the time. */
export default defineConfig({
  test: {
    dir: 'tests',
    globalSetup: 'tests/made/folder.ts',
    isolate: false,
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
