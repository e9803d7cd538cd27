import type { Command } from 'commander'
import { InputError } from '../errors.js'
import { printResult } from './output.js'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** `causeway completion`: a script that completes commands and options in a shell. */
export async function completionCommand(shell: string, program: Command): Promise<number> {
  const script = scripts[shell as Shell]
  if (!script) {
    throw new InputError(`completion: got '${shell}', allowed ${shells.join(', ')}.`)
  }
  printResult(script(program))
  return 0
}

const scripts: Readonly<Record<Shell, (program: Command) => string>> = {
  bash: (program) => `# In ~/.bashrc: source <(causeway completion bash)
_causeway() {
  local words
  case "\${COMP_WORDS[1]}" in
${program.commands.map((command) => `    ${command.name()}) words="${wordsOf(command).join(' ')}" ;;`).join('\n')}
    *) words="${wordsOf(program).join(' ')}" ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words="${wordsOf(program).join(' ')}"; fi
  COMPREPLY=($(compgen -W "$words" -f -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -F _causeway causeway`,

  zsh: (program) => `#compdef causeway
# In ~/.zshrc: source <(causeway completion zsh)
_causeway() {
  if (( CURRENT == 2 )); then
    local -a commands=(
${program.commands.map((command) => `      ${quoted(`${command.name()}:${command.description()}`)}`).join('\n')}
    )
    _describe command commands
    return
  fi
  local -a options
  case "$words[2]" in
${program.commands.map((command) => `    ${command.name()}) options=(${optionsOf(command).join(' ')}) ;;`).join('\n')}
  esac
  compadd -- $options
  _files
}
compdef _causeway causeway`,

  fish: (program) =>
    [
      '# In ~/.config/fish/config.fish: causeway completion fish | source',
      ...program.commands.map(
        (command) =>
          `complete -c causeway -n __fish_use_subcommand -a ${command.name()} -d ${quoted(command.description())}`,
      ),
      ...program.commands.flatMap((command) =>
        command.options.map(
          ({ long, description }) =>
            `complete -c causeway -n '__fish_seen_subcommand_from ${command.name()}' -l ${long!.slice(2)} -d ${quoted(description)}`,
        ),
      ),
    ].join('\n'),
}

function wordsOf(command: Command): string[] {
  return [...command.commands.map((child) => child.name()), ...optionsOf(command)]
}

function optionsOf(command: Command): string[] {
  return [...command.options.map(({ long }) => long!), '--help']
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
