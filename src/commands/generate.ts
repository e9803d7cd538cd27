import { generateMarketplace, type WorldName } from '../synthetic/index.js'
import { printResult } from './output.js'

/** `causeway generate`: a marketplace that does not exist, as CSV files shaped like Olist's. */
export async function generateCommand(
  dir: string,
  flags: { orders: number; seed: number; world?: WorldName },
): Promise<number> {
  const { files } = await generateMarketplace({ dir, ...flags })
  for (const { name, rows } of files) printResult(`${name}: ${rows} rows`)
  return 0
}
