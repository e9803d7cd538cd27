import type { Command } from 'commander'
import { program } from '../../../src/commands/program.js'
import { code, page, table } from './markdown.js'

/** Every command, its arguments and its options. */
export function commandsPage(): string {
  const causeway = program()
  return page(
    'Commands',
    `${sentence(causeway.description())} Progress goes to stderr, results to stdout. Exit codes: 0 done; 1 done, but not consistent, or an answer rests on what could not be identified; 2 bad input, usage, assumptions, or a folder that can’t be used; 3 a fault of the program.`,
    ...causeway.commands.flatMap((command) => commandPart(command, 'causeway')),
    '## Everywhere',
    options(causeway),
  )
}

function commandPart(command: Command, parent: string): string[] {
  const name = `${parent} ${command.name()}`
  const args = command.registeredArguments.map((argument) => {
    const dots = argument.variadic ? '...' : ''
    return argument.required ? `<${argument.name()}${dots}>` : `[${argument.name()}${dots}]`
  })
  return [
    `## ${name}`,
    [`${code([name, ...args].join(' '))}:`, sentence(command.description())].join(' '),
    ...(command.options.length > 0 ? [options(command)] : []),
    ...command.commands.flatMap((child) => commandPart(child, name)),
  ]
}

function options(command: Command): string {
  return table(
    ['option', 'meaning'],
    command.options.map(({ flags, description, argChoices }) => [
      code(flags),
      argChoices ? `${description}: ${argChoices.join(', ')}` : description,
    ]),
  )
}

function sentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`
}
