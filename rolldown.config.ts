import { readdirSync } from 'node:fs'
import { join, posix, relative, resolve } from 'node:path'
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
 * What a process or a thread starts with, in few files: to load one file a module takes longer than most answers.
 * The compiled modules stay beside it for whoever looks into a part.
 */
export default defineConfig({
  input: Object.fromEntries(
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(index|cli)\.js$|\bworker\.js$/.test(file))
      .map((file) => [file.replace(/\.js$/, ''), join(dist, file)]),
  ),
  platform: 'node',
  external: /^[^./](?!:)/,
  plugins: [keepPlaces],
  output: { dir: 'dist', chunkFileNames: 'chunks/[name]-[hash].js' },
})
