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
