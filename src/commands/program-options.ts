import { type Command, Option } from 'commander'
import { wholeNumber } from './whole-number.js'

/** Flags of a command that makes or goes on with a run. */
export function workbenchOptions(command: Command): Command {
  return command
    .option(
      '--data <dir>',
      'folder of the CSV files (default: data or data/olist, else the bundled sample)',
    )
    .option(
      '--source <name>',
      'shopify, woocommerce, olist or columns (default: what the folder shows)',
    )
    .option('--workbench <dir>', 'folder of the artifacts (default: .causeway)')
    .option(
      '--assumptions <file>',
      'YAML file of assumptions (default: assumptions.yaml beside the data, else data/assumptions.yaml)',
    )
    .option('--preset <name>', 'named set of assumptions under that file')
    .option('--seed <n>', 'seed of all chance (default: 42)', wholeNumber(0))
    .option('--name <name>', 'the name to publish the run under (default: main)')
}

/** Flags of a command that reads a published run. */
export function readOptions(command: Command): Command {
  return command
    .option('--workbench <dir>', 'folder of the artifacts (default: .causeway)')
    .option('--run <name>', 'the published run to read (default: main)')
}

/** Flags of a command that takes a flat series instead of a run. */
export function seriesOptions(command: Command): Command {
  return command
    .option('--series <file>', 'a daily or weekly series of outcome and spend, instead of a run')
    .option('--map <file>', 'YAML file that names its columns (default: common headers)')
    .option('--lift <file>', 'lift tests, in units of the outcome, in place of those of the data')
}

/** Flags of a fit. */
export function fitOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--outcome <name>', 'what spend is to explain (default: orders)').choices([
        'orders',
        'new_customers',
      ]),
    )
    .addOption(
      new Option('--prior <name>', 'of channels without a declared one').choices([
        'attributed',
        'neutral',
      ]),
    )
}
