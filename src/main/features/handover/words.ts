import { number } from '../../../shared/plural.ts';
/** The sentences about handing a token over to a file or a command, nested by the file that uses them. */
export const words = {
  desk: {
    shown: (command: string, org: string) =>
      `${command}\n\nOrg: ${org}. It runs as you, without a shell. Keyturn asks once for each command.`,
    askRun: (label: string) => `Give the new token of ${label} to this command?`,
    run: 'Run it',
    notRun: 'The command was not run.',
    tooLong: 'The command or path is too long for a dialog to show all of it, so it was not used.',
    useScript: 'Put the command into a script, or choose a shorter path.',
    nothingChanged: 'Nothing was changed.',
  },
  envFile: {
    notChanged: (name: string, why: string) => `${name} was not changed: ${why}.`,
    replacedAll: (key: string, name: string, places: number) =>
      `${key} in ${name} was replaced in all ${number(places)} places. Keep only one of them.`,
    notThere: 'it does not exist',
    notAllowed: 'you may not read and write it or its folder',
    added: (key: string, name: string) => `${key} was added at the end of ${name}.`,
    replaced: (key: string, name: string) => `${key} in ${name} was replaced.`,
  },
  envForms: {
    encrypted:
      'sops encrypted it, and would refuse it after a change. Let a command with sops write the token',
    noEnvFile: (key: string, line: number) =>
      `line ${number(line)} is not NAME=value, so this may be no .env file. Choose the .env file, or add the line ${key}= where the program reads it, then run this again`,
    otherForm: (key: string, line: number) =>
      `line ${number(line)} has ${key} in a form that .env files do not have. Write it as ${key}=, or let a command write the token`,
    parts: (key: string) =>
      `${key} is in more than one part of the file, so it is not certain which one to replace. Enter it by hand`,
  },
  envText: {
    restOfLine: (key: string) =>
      `a shell reads more after the value of ${key} in the same line. Put that on a line of its own, then run this again`,
    signs: (key: string) =>
      `dotenv and shells read some characters of the value differently. Enter ${key} by hand, as the program that reads it needs it`,
    whichPart: (key: string) =>
      `the value of ${key} has more than one token, or other characters are joined to it, so it is not certain what to replace. Enter ${key} by hand`,
    ambiguous: (key: string) =>
      `programs read the text around ${key} differently. Put it on a line of its own, as ${key}=, then run this again`,
  },
  run: {
    notStarted: (program: string, code: string) => `${program} could not be started (${code}).`,
    tooLong: (program: string) =>
      `${program} did not end within a minute, so Keyturn ended it and all that it started.`,
    signal: (program: string, signal: string | undefined) =>
      `${program} was ended by ${signal ?? 'a signal'}.`,
    succeeded: (program: string) => `${program} ended with exit status 0.`,
    oneLine: (program: string) =>
      `There is no program "${program}". Write the program and each of its arguments on a line of its own.`,
    noShell: (program: string) =>
      `${program} was not started, because no shell expands ~ and variables here. Write its full path.`,
    notExecutable: (program: string) =>
      `${program} may not be run. It is a folder, or its file is not executable (chmod +x).`,
    notFound: (program: string) => `${program} was not found. Give its full path, or install it.`,
    failed: (program: string, exit: number) =>
      `${program} ended with exit status ${exit}. The consumer most likely does not have the new token.`,
  },
};
