import { InputError } from '../errors.js'
import { generateWorld, worldPlans } from '../evaluation/worlds/index.js'
import { generateMarketplace, type WorldName, worldNames } from '../synthetic/index.js'
import { printResult } from './output.js'

export interface GenerateFlags {
  orders?: number
  seed: number
  world?: string
}

/** `causeway generate`: a marketplace that does not exist, as CSV files shaped like Olist's. */
export async function generateCommand(dir: string, flags: GenerateFlags): Promise<number> {
  const { world, ...size } = flags
  const known = [...worldNames, ...worldPlans]
  if (world !== undefined && !known.some((name) => name === world)) {
    throw new InputError(`--world: got '${world}', allowed ${known.join(', ')}.`)
  }
  const plan = worldPlans.find((name) => name === world)
  const { files } = plan
    ? await generateWorld({ dir, plan, ...size })
    : await generateMarketplace({ dir, ...size, world: world as WorldName })
  for (const { name, rows } of files) printResult(`${name}: ${rows} rows`)
  return 0
}
