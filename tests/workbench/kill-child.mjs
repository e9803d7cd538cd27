// One run of the compiled library that says when it begins. Arguments: data folder, workbench, seed,
// and `scenario` for one that is published as `other` in the end.
import { openWorkbench } from '../../dist/index.js'

const [data, folder, seed, kind] = process.argv.slice(2)
const base = openWorkbench({ data, workbench: folder })
const workbench =
  kind === 'scenario'
    ? base.reseed(Number(seed))
    : openWorkbench({ data, workbench: folder, seed: Number(seed) })
process.stdout.write('begins\n')
await workbench.run({ fresh: true })
if (kind === 'scenario') await workbench.publish('other')
process.stdout.write('ends\n')
