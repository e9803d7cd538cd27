// One run of the compiled library that says when it begins. Arguments: data folder, workbench, seed.
import { openWorkbench } from '../../dist/index.js'

const [data, folder, seed] = process.argv.slice(2)
const workbench = openWorkbench({ data, workbench: folder, seed: Number(seed) })
process.stdout.write('begins\n')
await workbench.run({ fresh: true })
process.stdout.write('ends\n')
