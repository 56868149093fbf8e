import type { Command } from 'commander';
import type { Shell } from './line.ts';

interface Completed {
  readonly name: string;
  readonly about: string;
  readonly flags: readonly string[];
  readonly wantsName: boolean;
  /** The possible values of its argument. */
  readonly choices: readonly string[];
}

/** Returns what can be completed, read from the commands themselves. */
const completed = (program: Command): Completed[] =>
  program
    .createHelp()
    .visibleCommands(program)
    .map((command) => ({
      name: command.name(),
      about: command.description().replace(/\..*$/s, ''),
      flags: [...command.options.map(({ long }) => long ?? '').filter((flag) => flag !== ''), '--help'],
      wantsName: command.registeredArguments[0]?.name() === 'name',
      choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    }));

/** Names come from the running app. Without a running, unlocked app there is no completion. */
const names = 'keyturn names 2>/dev/null';

const bash = (
  all: readonly Completed[],
): string => `# bash completion for keyturn: eval "$(keyturn completion bash)"
_keyturn() {
  local word=\${COMP_WORDS[COMP_CWORD]}
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${all.map(({ name }) => name).join(' ')}' -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${all
  .map(
    ({ name, flags, wantsName, choices }) => `    ${name})
      COMPREPLY=($(compgen -W "${[...flags, ...choices].join(' ')}${wantsName ? ` $(${names})` : ''}" -- "$word")) ;;`,
  )
  .join('\n')}
  esac
}
complete -o default -F _keyturn keyturn
`;

const zsh = (all: readonly Completed[]): string => `#compdef keyturn
# zsh completion for keyturn: eval "$(keyturn completion zsh)"
_keyturn() {
  local -a commands
  commands=(
${all.map(({ name, about }) => `    '${name}:${about.replaceAll("'", '’')}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case $words[2] in
${all
  .map(
    ({ name, flags, wantsName, choices }) =>
      `    ${name}) compadd -- ${[...flags, ...choices].join(' ')}${wantsName ? ` \${(f)"$(${names})"}` : ''} ;;`,
  )
  .join('\n')}
  esac
}
compdef _keyturn keyturn
`;

const fish = (
  all: readonly Completed[],
): string => `# fish completion for keyturn: keyturn completion fish | source
complete -c keyturn -f
${all
  .map(
    ({ name, about }) =>
      `complete -c keyturn -n __fish_use_subcommand -a ${name} -d '${about.replaceAll("'", '’')}'`,
  )
  .join('\n')}
${all
  .flatMap(({ name, flags, wantsName, choices }) => {
    const seen = `complete -c keyturn -n '__fish_seen_subcommand_from ${name}'`;
    return [
      ...flags.map((flag) => `${seen} -l ${flag.slice(2)}`),
      ...(choices.length === 0 ? [] : [`${seen} -a '${choices.join(' ')}'`]),
      ...(wantsName ? [`${seen} -a '(${names})'`] : []),
    ];
  })
  .join('\n')}
`;

const powershell = (
  all: readonly Completed[],
): string => `# PowerShell completion for keyturn: keyturn completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName keyturn -ScriptBlock {
  param($word, $ast, $at)
  $words = $ast.CommandElements | ForEach-Object { $_.ToString() }
  $found = if ($words.Count -lt 2 -or ($words.Count -eq 2 -and $word -ne '')) {
    ${all.map(({ name }) => `'${name}'`).join(', ')}
  } else {
    switch ($words[1]) {
${all
  .map(
    ({ name, flags, wantsName, choices }) =>
      `      '${name}' { ${[...flags, ...choices].map((one) => `'${one}'`).join(', ')}${wantsName ? '; keyturn names 2>$null' : ''} }`,
  )
  .join('\n')}
    }
  }
  $found | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;

/** Returns the completion script of a shell, made from the commands. */
export function completionOf(program: Command, shell: Shell): string {
  const scripts = { bash, zsh, fish, powershell } as const;
  return scripts[shell](completed(program));
}
