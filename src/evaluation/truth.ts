import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../errors.js'

const HEADER = ['order_id', 'cause', 'click_date']

/**
 * Reads which channel caused each order of a generated world; `baseline` where none did.
 *
 * @param dir folder of the world's CSV files, with `truth/order_causes.csv`
 * @returns cause by order id
 * @throws InputError when the file is missing or not what the generator writes
 */
export function readCauses(dir: string): Map<string, string> {
  const path = join(dir, 'truth', 'order_causes.csv')
  const [header, ...lines] = readLines(path)
  if (header?.join() !== HEADER.join()) {
    throw new InputError(
      `${path}: got the header ${header?.join(', ')}, allowed ${HEADER.join(', ')}. Generate the world again.`,
    )
  }
  return new Map(lines.map(([orderId, cause]) => [orderId!, cause!]))
}

/**
 * Reads how many orders each channel of a generated world caused.
 *
 * @param dir folder of the world's CSV files, with `truth/channels.csv`
 * @throws InputError when the file is missing
 */
export function readCausedOrders(dir: string): Map<string, number> {
  const [header, ...lines] = readLines(join(dir, 'truth', 'channels.csv'))
  const at = ['channel', 'caused_orders'].map((name) => header!.indexOf(name))
  return new Map(lines.map((cells) => [cells[at[0]!]!, Number(cells[at[1]!])]))
}

function readLines(path: string): string[][] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new InputError(`${path}: no such file. Generate a folder with a named world.`)
  }
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')))
}
