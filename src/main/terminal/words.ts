import { plural } from '../../shared/plural.ts';

/** The sentences of `keyturn` in a terminal, nested by the file that uses them. docs/command-line.md is made from `line`. */
export const words = {
  askApp: {
    hungUp: 'Keyturn hung up before it answered. It was quit or locked; run this again.',
  },
  line: {
    name: 'the name that `keyturn ls` shows for a token, its label, or its id',
    json: 'write the answer as JSON',
    start: 'start Keyturn when it does not run, without asking',
    keyturn: 'Okta API tokens at the command line. Without a command, keyturn opens its window.',
    version: 'write the version',
    helpFlags: '-h, --help',
    help: 'show this help',
    helpCommand: 'help [command]',
    helpOfCommand: 'show the help of a command',
    afterError: 'Run keyturn help for the commands there are.',
    afterHelp: 'docs/command-line.md says how keyturn ends.',
    ls: 'List the kept tokens, those that need you first. No value is shown.',
    test: 'Test a token, as the Test button does. Ends with 0 when Okta accepts it.',
    rotate: 'Open the window of Keyturn on the rotation of a token.',
    status: 'Say whether Keyturn runs, whether it is locked, and what needs you.',
    names: 'List the names of the kept tokens, for completion.',
    curlUsage: '<name> <path> [-- arguments of curl...]',
    curl: 'Call a path of the Okta API with curl, which finds Okta through Keyturn and never has the token.',
    alias: 'the name of a token, as its address under Programs has it',
    path: 'a path of the org, for example /api/v1/users',
    curlArguments: 'further arguments of curl, behind --',
    execUsage: '[--value] <name> -- <program> [arguments...]',
    exec: 'Run a program that finds Okta through Keyturn. Two dashes stand before the program.',
    value: 'give the program the token itself, where its rules allow that',
    program: 'the program and its arguments, behind --',
    completion: 'Write a script that completes commands and names in a shell.',
    shell: 'the shell',
  },
  print: {
    columns: ['NAME', 'ORG', 'OWNER', 'HEALTH', 'EXPIRES', 'WHY'],
    noTokens: 'No tokens are kept yet. Add one in the window of Keyturn.',
    notUnlocked: (version: string) => `Keyturn ${version} runs, and is not unlocked.`,
    runs: (version: string, tokens: number) =>
      `Keyturn ${version} runs. ${plural(tokens, 'token', 'tokens')}.`,
    runsWith: (version: string, tokens: number, health: string) =>
      `Keyturn ${version} runs. ${plural(tokens, 'token', 'tokens')}: ${health}.`,
    ok: 'ok',
    look: 'look',
    failed: 'FAILED',
    notKnown: 'not known',
    skipped: 'skipped',
    tested: (outcome: string, label: string, org: string, ms: number) =>
      `${outcome}: ${label} at ${org} (${ms} ms)`,
    requestId: (id: string) => `Okta request id: ${id}`,
    showsRotation: (label: string) => `The window of Keyturn shows the rotation of ${label}.`,
  },
  run: {
    said: (sentence: string) => `keyturn: ${sentence}`,
    noPath: (name: string, path: string) =>
      `"${path}" is no path of an org. Write it from its first slash: keyturn curl ${name} /api/v1/users`,
    starting: 'starting.',
    notRunning: 'it does not run. Start it, or write --start behind the command.',
    askStart: 'keyturn: it does not run. Start it? [Y/n] ',
  },
};
