import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { checkedMemory } from '../engine/limits.js'
import { packageDir } from '../home.js'
import { stageNames } from '../schema/artifact-names.js'
import { completionCommand, shells } from './completion.js'
import { fitOptions, readOptions, seriesOptions, workbenchOptions } from './program-options.js'
import { wholeNumber } from './whole-number.js'

type Action = (...args: never[]) => Promise<number>

/** Loads a command when it is called, so that none waits for another's libraries; keeps its exit code. */
function ending(load: () => Promise<Action>): (...args: unknown[]) => Promise<void> {
  return async (...args) => {
    const action = await load()
    process.exitCode = await action(...(args as never[]))
  }
}

/** What every command, and every kernel it starts, may use of the machine. */
function limitEngine({ memory, threads }: { memory?: string; threads?: number }): void {
  if (memory !== undefined) process.env.CAUSEWAY_MEMORY = checkedMemory(memory)
  if (threads !== undefined) process.env.CAUSEWAY_THREADS = String(threads)
}

/** The `causeway` command: what it is called, what it takes, where the work is. */
export function program(): Command {
  const causeway = new Command('causeway')
    .description('Did the business make or lose money, and where did the marketing money go?')
    .version(version(), '--version', 'print the version')
    .option('--debug', 'show the stack of an error')
    .option('--memory <size>', 'memory of the engine, e.g. 4GB (default: a quarter of the machine)')
    .option('--threads <n>', 'threads of the engine (default: all cores)', wholeNumber(1))
    .hook('preAction', (command) => limitEngine(command.opts()))
    .exitOverride()
    .showHelpAfterError('Run `causeway --help` for the commands.')
  causeway
    .command('init <dir>')
    .description('make a folder to work in, on the bundled sample until it holds your files')
    .option('--source <name>', 'columns: with a map to fill in for a flat export of any shop')
    .option('--from <folder>', 'copy the CSV files of a folder into it')
    .action(ending(async () => (await import('./init.js')).initCommand))
  causeway
    .command('inspect [dir]')
    .description('what a folder of files would become: its source, first rows, every problem')
    .option(
      '--source <name>',
      'shopify, woocommerce, olist or columns (default: what the folder shows)',
    )
    .option(
      '--assumptions <file>',
      'YAML file of assumptions (default: assumptions.yaml beside the data, else data/assumptions.yaml)',
    )
    .option('--json', 'print one JSON object')
    .action(ending(async () => (await import('./inspect.js')).inspectCommand))
  workbenchOptions(causeway.command('run'))
    .description('run the stages and print the answer')
    .addOption(new Option('--through <stage>', 'last stage to run').choices([...stageNames]))
    .option('--fresh', 'build every stage anew')
    .option('--allow-rejects', 'go on when lines of a file cannot be loaded, and report them')
    .option(
      '--engine <url>',
      'Spark Connect server that makes the tables, sc://host:port (default: this machine)',
    )
    .option(
      '--root <dir>',
      'with --engine: folder or object store of its Parquet files, which the cluster sees too',
    )
    .option('--json', 'print one JSON object')
    .option('--out <dir>', 'folder of the statement (default: reports)')
    .option('--profile [file]', 'tell what every model, check and law took; a trace to the file')
    .option('--plan <name>', 'show how the engine made one model or law')
    .action(ending(async () => (await import('./run.js')).runCommand))
  readOptions(causeway.command('statement'))
    .description('the statement of a run: one page, then the detail behind each figure')
    .option('--out <dir>', 'write it there as HTML, XLSX, CSV and text as well')
    .addOption(
      new Option(
        '--compare <base>',
        'only this: a month against the one before, the same one last year, or budget.csv beside the data',
      ).choices(['previous', 'year', 'budget']),
    )
    .option(
      '--month <yyyy-mm>',
      'the month to compare (default: the last whole one that is not nearly empty)',
    )
    .action(ending(async () => (await import('./statement.js')).statementCommand))
  runsCommands(causeway)
  fitOptions(seriesOptions(workbenchOptions(causeway.command('fit'))))
    .description(
      'what marketing caused and what should change, on the files and settings of the published run where none are said',
    )
    .option(
      '--calibrate <name>',
      'publish a run under assumptions that are fitted where they could be',
    )
    .option('--json', 'print one JSON object')
    .action(ending(async () => (await import('./fit.js')).fitCommand))
  fitOptions(seriesOptions(readOptions(causeway.command('decide <question>'))))
    .description('what-if, optimum, sensitivity or experiment: plans and tests put to a run')
    .option('--plan <file>', 'what-if: cells of channel, date and spend_cents; all others stay')
    .option('--scale <channel=factor...>', 'what-if: spend of a channel times a factor')
    .option(
      '--pause <channel=from..to...>',
      'what-if: no spend on a channel, over days or for good',
    )
    .option('--total <total>', 'optimum: free, same or an amount of money')
    .option('--bounds <file>', "optimum: channel, low and high, as multiples of today's spend")
    .addOption(
      new Option('--by <grain>', 'optimum: one factor a channel, or one a month').choices([
        'steady',
        'month',
      ]),
    )
    .addOption(
      new Option(
        '--of <answer...>',
        'sensitivity: answers to ask about (default: net_profit best_plan)',
      ).choices([
        'cost_per_click',
        'waste',
        'net_profit',
        'best_plan',
        'pays',
        'profit',
        'optimum',
      ]),
    )
    .option('--range <assumption=low..high...>', 'sensitivity: another range than the declared one')
    .option('--draws <n>', 'sensitivity: draw the verdict so often, for its range', wholeNumber(20))
    .option('--days <n...>', 'experiment: lengths of holdouts')
    .option('--share <share...>', 'experiment: shares of the market held out, e.g. 50%')
    .option('--json', 'print one JSON object')
    .action(ending(async () => (await import('./decide.js')).decideCommand))
  readOptions(causeway.command('check'))
    .description('check every law over the published artifacts')
    .option('--on-engine', 'ask the laws on a cluster, where its tables are')
    .option('--engine <url>', 'with --on-engine: Spark Connect server, sc://host:port')
    .option('--root <dir>', 'with --on-engine: folder or object store that the cluster sees too')
    .option('--all', 'list the laws that hold as well')
    .option('--json', 'print one JSON object')
    .action(ending(async () => (await import('./check.js')).checkCommand))
  readOptions(causeway.command('sql [query]'))
    .description(
      'ask the published artifacts a question; - or nothing reads it from standard input',
    )
    .option('--file <path>', 'file that holds the question')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['table', 'csv', 'json'])
        .default('table'),
    )
    .action(ending(async () => (await import('./sql.js')).sqlCommand))
  causeway
    .command('tables [name]')
    .description('describe the published tables, or the columns of one')
    .option('--json', 'print JSON')
    .action(ending(async () => (await import('./tables.js')).tablesCommand))
  readOptions(causeway.command('export <dir>'))
    .description('write every published table for other tools')
    .addOption(
      new Option('--format <format>', 'file format').choices(['parquet', 'csv']).default('parquet'),
    )
    .option('--raw', 'the raw tables only, as the CSV files they came from')
    .action(ending(async () => (await import('./export.js')).exportCommand))
  causeway
    .command('generate <dir>')
    .description('write a synthetic marketplace as CSV files')
    .option(
      '--orders <n>',
      'how many orders (default: 5000, or what the world has)',
      wholeNumber(1),
    )
    .option('--seed <n>', 'seed of all chance', wholeNumber(0), 1)
    .option(
      '--world <name>',
      'a market whose causes are known: abundant, scarce, ...; with budgets to learn from and lift tests: varied, flights, pct, jittered, anticipating',
    )
    .action(ending(async () => (await import('./generate.js')).generateCommand))
  workbenchOptions(causeway.command('notebooks'))
    .description('run the five notebooks and render them as HTML')
    .option('--run <name>', 'a published run to read, as it was made')
    .option('--out <dir>', 'folder of the pages (default: reports)')
    .option('--check', 'compare with the committed results on the bundled sample, write nothing')
    .option('--in-place', 'renew the committed results on the bundled sample')
    .action(ending(async () => (await import('./notebooks.js')).notebooksCommand))
  workbenchOptions(causeway.command('lab'))
    .description('open JupyterLab over the notebooks')
    .option('--run <name>', 'a published run to read, as it was made')
    .option('--port <n>', 'port to listen on (default: 8888, or the next free one)', wholeNumber(1))
    .option('--no-browser', 'print the address, open no browser')
    .action(ending(async () => (await import('./lab.js')).labCommand))
  causeway
    .command('completion <shell>')
    .description(`print a script that completes commands in ${shells.join(', ')}`)
    .action(ending(async () => (shell: string) => completionCommand(shell, causeway)))
  return causeway
}

function runsCommands(causeway: Command): void {
  const runs = causeway
    .command('runs')
    .description('list the published runs')
    .option('--workbench <dir>', 'folder of the artifacts (default: .causeway)')
    .option('--json', 'print one JSON array')
    .action(ending(async () => (await import('./runs.js')).runsCommand))
  runs
    .command('remove <name>')
    .description('remove a published run and the files that only it needs')
    .action(ending(async () => (await import('./runs.js')).removeRunCommand))
  causeway
    .command('compare <a> <b>')
    .description('compare two published runs, to the cent, and draw the way from one to the other')
    .option('--workbench <dir>', 'folder of the artifacts (default: .causeway)')
    .option('--out <dir>', 'folder of the figure (default: reports)')
    .option('--json', 'print one JSON object')
    .action(ending(async () => (await import('./compare.js')).compareCommand))
}

function version(): string {
  const file = readFileSync(join(packageDir, 'package.json'), 'utf8')
  return (JSON.parse(file) as { version: string }).version
}
