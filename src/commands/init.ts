import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { InputError } from '../errors.js'
import { packageDir } from '../home.js'
import { printResult } from './output.js'

/** `causeway init`: a folder to work in, on the bundled sample until it holds files of its own. */
export async function initCommand(dir: string): Promise<number> {
  const folder = resolve(dir)
  refuseUsed(folder)
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(join(folder, 'data', 'assumptions.yaml'), ASSUMPTIONS)
  writeFileSync(join(folder, 'README.md'), readme(basename(folder)))
  cpSync(join(packageDir, 'notebooks'), join(folder, 'notebooks'), { recursive: true })
  printResult(`${folder} is ready. Next:\n  cd ${dir}\n  npx causeway run`)
  return 0
}

function refuseUsed(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return
  throw new InputError(
    `init: ${folder} is there and not empty. Name a folder that is new or empty; nothing was changed.`,
  )
}

const ASSUMPTIONS = `# Your assumptions. What stands here replaces the default; what does not, keeps it.
# Every notebook lists those of its stage with unit, range and reason. Wrong names, units and values
# are refused, and the message says what is allowed.
#
# Units: *_bps are basis points (3.5% is 350), *_cents are hundredths of the currency (12.50 is 1250).
#
# market:
#   channels:
#     email_marketing:
#       ctr_bps: 400
`

function readme(name: string): string {
  return `# ${name}

- \`data/\`: put your CSV files here; until then the bundled sample is used
- \`data/assumptions.yaml\`: your assumptions
- \`notebooks/\`: five notebooks to step through
- \`reports/\`, \`.causeway/\`: what the runs make

    npx causeway run         the stages and the answer
    npx causeway notebooks   five executed notebooks in reports/
    npx causeway lab         the same in JupyterLab
`
}
