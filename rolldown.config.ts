import { posix, relative, resolve } from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'

const dist = resolve('dist')
const PLACE = '@dist/'

/** Models and pages are read from beside the module that names them: it keeps its place in a bundle. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  transform: (code, id) =>
    code.replaceAll(
      'import.meta.url',
      `new URL('${PLACE}${relative(dist, id).replaceAll('\\', '/')}', import.meta.url).href`,
    ),
  renderChunk: (code, { fileName }) =>
    code.replaceAll(PLACE, `${posix.relative(posix.dirname(fileName), '.') || '.'}/`),
}

/**
 * What a process starts with, in few files: to load one file a module takes longer than most answers.
 * The compiled modules stay beside it for whoever looks into a part.
 */
export default defineConfig({
  input: Object.fromEntries(
    [
      'index',
      'cli',
      'decisions/sensitivity/worker',
      'evaluation/causal/worker',
      'market/draws/worker',
    ].map((entry) => [entry, `dist/${entry}.js`]),
  ),
  platform: 'node',
  external: /^[^./]/,
  plugins: [keepPlaces],
  output: { dir: 'dist', chunkFileNames: 'chunks/[name]-[hash].js' },
})
