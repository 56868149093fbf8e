import { number, plural } from '../../shared/plural.ts';

/** The sentences of `keyturn` in a terminal, nested by the file that uses them. docs/command-line.md is made from `line`. */
export const words = {
  askApp: {
    hungUp: 'Keyturn was quit or locked before it answered. Run this again.',
  },
  line: {
    name: 'the name that `keyturn ls` shows for a token or an OAuth app, its label, or its ID; without a name, keyturn takes the one in .keyturn.toml',
    json: 'write the answer as JSON',
    start: 'start Keyturn if it does not run, without asking',
    keyturn:
      'Okta API tokens and OAuth apps at the command line. Without a command, keyturn opens its window.',
    version: 'write the version',
    helpFlags: '-h, --help',
    help: 'show this help',
    helpCommand: 'help [command]',
    helpOfCommand: 'show the help of a command',
    afterError: 'Run keyturn help for the list of commands.',
    meant: (word: string) => `Did you mean ${word}? Write it in small letters and without a value.`,
    nameInQuotes: 'A name with blanks needs quotes: keyturn test "HR import".',
    afterCurlError: 'The arguments of curl follow two dashes: keyturn curl NAME /api/v1/users -- -X POST',
    examples: 'Examples:',
    ls: 'List the kept tokens and OAuth apps. Those that need you come first. The list shows no values.',
    test: 'Test a token or an OAuth app, as the Test button does. Exits with 0 if Okta accepts it.',
    rotate: 'Show the rotation of a token in the window of Keyturn.',
    status: 'Show whether Keyturn runs, whether it is locked, and what needs you.',
    guard:
      'Refuse a commit that holds an Okta API token, as a Git hook. While Keyturn is unlocked, guard knows a kept token by its keyed hash. It knows any other token by its shape.',
    guardInstall: 'write the hook into the Git repository of this folder',
    names: 'List the names of the kept tokens and OAuth apps, for completion.',
    curlUsage: '[--app] [name] <path> [-- arguments of curl...]',
    curl: 'Call a path of the Okta API with curl, which finds Okta through Keyturn and never has the token.',
    alias:
      'the name of a token or an OAuth app, as in its address under Programs; without a name, keyturn takes the one in .keyturn.toml',
    app: 'use the OAuth app that can do the job of the named token',
    path: 'a path of the org, for example /api/v1/users',
    curlArguments: 'further arguments of curl, after --',
    execUsage: '[--app] [--value] [--no-masking] [name] -- <program> [arguments...]',
    exec: 'Run a program that finds Okta through Keyturn. Write two dashes before the program.',
    value: 'give the program the token itself, or an access token of the app, if its rules allow that',
    noMasking:
      'with --value: let the program print to the terminal directly, without removing the token from its output',
    program: 'the program and its arguments, after --',
    completion: 'Write a script that completes commands and names in a shell.',
    shell: 'the shell',
  },
  ends: {
    done: 'The command did what it says; `test`: Okta accepts the token',
    notWorking: '`test`: Okta does not accept the token, or Keyturn cannot ask Okta',
    holdsToken: '`guard`: the commit holds a token',
    usage: 'The command line is not valid',
    noToken:
      'No token or app, or more than one, has this name; `--app`: no app, or more than one, can do the job',
    unavailable: 'Keyturn does not run',
    internal: 'Keyturn made an error; its log says more',
    locked: 'Keyturn stayed locked for two minutes, or a person cancelled the test in Keyturn',
    notInstalled: '`guard --install`: another hook is there, or Keyturn cannot write the hook',
    gitFailed: '`guard`: Git does not say what is staged',
    denied:
      'A person or the rules of the token or app refused it; `--app --value`: the app demands proofs of possession',
    cannotRun: '`exec`, `curl`: the system cannot run the program',
    notFound: '`exec`, `curl`: there is no such program',
    otherCode: 'other',
    other:
      '`exec` and `curl` end with the code of the program; a signal that ends the program or the command gives 128 plus its number',
    title: 'Exit codes:',
  },
  print: {
    columns: ['NAME', 'ORG', 'OWNER', 'HEALTH', 'EXPIRES', 'WHY'],
    noTokens: 'No tokens or OAuth apps are kept yet. Add one in the window of Keyturn.',
    notUnlocked: (version: string) => `Keyturn ${version} runs, but is not unlocked.`,
    runs: (version: string, kept: string) => `Keyturn ${version} runs. ${kept}.`,
    runsWith: (version: string, kept: string, health: string) =>
      `Keyturn ${version} runs. ${kept}: ${health}.`,
    app: 'OAuth app',
    ok: 'ok',
    look: 'look',
    failed: 'FAILED',
    notKnown: 'not known',
    skipped: 'skipped',
    tested: (outcome: string, label: string, org: string, ms: number) =>
      `${outcome}: ${label} at ${org} (${number(ms)} ms)`,
    requestId: (id: string) => `Okta request ID: ${id}`,
    showsRotation: (label: string) => `The window of Keyturn shows the rotation of ${label}.`,
  },
  profile: {
    notToml: (file: string, why: string, line: number) =>
      `${file} is not TOML (${why}, line ${line}). Correct it, for example token = "name" with straight quotes, or name the token or app.`,
    cannotRead: (file: string, why: string) => `${file} cannot be read (${why}).`,
    anothers: (file: string) =>
      `${file} belongs to another account, or every account may write it, and that account would choose the token or app. Name the token or app, or write a profile of your own.`,
    tooLong: (file: string) => `${file} is longer than a profile can be.`,
    notUtf8: (file: string) => `${file} is not UTF-8 text. Save it as UTF-8.`,
    holdsToken: (file: string) =>
      `${file} holds what looks like an API token. Take it out and rotate the token: a profile names a token or an app, and a file in a folder is easily shared.`,
    unknownKey: (file: string, key: string, meant: string | null) =>
      `${file} has the key "${key}", which a profile does not have.${meant === null ? '' : ` Did you mean ${meant}?`} It has token or app, access and paths.`,
    noToken: (file: string) =>
      `${file} names no token and no app. Write token = "name" or app = "name", with the name that Keyturn shows under Programs.`,
    notName: (file: string, key: 'token' | 'app', name: string) =>
      `${file} has ${key} = "${name}", which is not the name of ${key === 'app' ? 'an app' : 'a token'}. Write the name that Keyturn shows under Programs: letters, digits and hyphens.`,
    badAccess: (file: string) => `${file} must have access = "read" or access = "change".`,
    badPaths: (file: string, wrong: string | null) =>
      `${file} must have paths as a list of paths of Okta's API, for example paths = ["/api/v1/users"]. A path includes all below it.${wrong === null ? '' : ` "${wrong}" is not such a path.`}`,
    both: (file: string) => `${file} names a token and an app. Keep one of the two.`,
    none: 'The name of a token or an app is missing, and no .keyturn.toml in this folder or above it names one.',
    used: (file: string, alias: string) => `using ${alias}, as ${file} says.`,
    noValue: (file: string) =>
      `${file} limits what programs may do with the token. These limits do not bind a program that has the value, so the profile cannot be used with --value. Name the token to run without the profile.`,
  },
  guard: {
    notRunning: 'Keyturn does not run or answer, so guard searched this commit only for the shape of tokens.',
    locked: 'Keyturn is locked, so guard searched this commit only for the shape of tokens.',
    refused: (count: number) =>
      `this commit holds ${plural(count, 'API token', 'API tokens')} of Okta, so guard refused it.`,
    kept: (name: string) => `kept as ${name}`,
    shaped: 'shaped like an API token',
    line: (place: string, line: number, what: string) => `  ${place}:${line}  ${what}\n`,
    remedy:
      'Take it out of the file, stage the file again, and commit. If it is not a token: git commit --no-verify',
    tooLarge: (path: string, megabytes: number) =>
      `${path} is larger than ${megabytes} MB, so guard did not search it.`,
    noGit: 'git was not found. Install it, or put it on PATH.',
    gitFailed: (said: string) => `Git did not say what is staged: ${said}`,
    blobGone: 'Git did not find a file that is staged. Run git fsck.',
    installed: (path: string) => `The hook ${path} is written. It runs before each commit.`,
    installedAlready: (path: string) => `The hook ${path} runs keyturn guard already.`,
    otherHook: (path: string) =>
      `another hook is at ${path}, and guard leaves it unchanged. Add this line to it: keyturn guard || exit $?`,
    notWritten: (path: string, why: string) => `the hook ${path} was not written: ${why}.`,
    hook: 'Refuses a commit that holds an Okta API token. Written by: keyturn guard --install',
    notOnPath: 'keyturn is not on PATH, so nothing searched this commit for tokens.',
  },
  run: {
    noPath: (name: string, path: string) =>
      `"${path}" is not a path of an org. Write only the path, from its first slash: keyturn curl ${name} /api/v1/users`,
    changedPath: (path: string) =>
      `Git Bash made "${path}" of the path. Write two slashes before it (//api/v1/users), or set MSYS_NO_PATHCONV=1.`,
    emptyName:
      'The name is empty. If it comes from a variable of your shell, give that variable a value, or leave the name out.',
    longName: 'The name is longer than a name or a label can be.',
    noFolder:
      'The folder of this terminal no longer exists, so no .keyturn.toml is found. Name the token, or change to another folder.',
    starting: 'starting.',
    notThere: 'Keyturn does not answer, so no app can be chosen. Start it, and run this again.',
    notRunning: 'Keyturn does not run. Start it, or add --start to the command.',
    askStart: 'Keyturn does not run. Start it? [Y/n] ',
    /** The answers that mean yes. */
    yes: 'y/yes',
  },
};
